// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { Export } from '../../../components/export/export.tsx';
import type { ExportPort } from '../../../components/export/port.ts';
import { exportPort } from '../../e2e/gallery/export-port.ts';
import { button, show, textOf } from './show.tsx';

const draw = (port: Partial<ExportPort> = {}) =>
  show(<Export port={{ ...exportPort(null), ...port }} historyUrl="#" optionsUrl="#" />);

test('the very rows are shown', async () => {
  const root = await draw();
  expect(textOf(root)).toContain('4 flags will be exported.');
  expect(root.querySelectorAll('.export-preview tbody tr')).toHaveLength(4);
});

test('where nothing is to be exported, that is said, without an empty table and without a way to save it', async () => {
  const root = await draw({ count: async () => 0, preview: async () => [] });
  expect(textOf(root)).toContain('0 flags will be exported.');
  expect(root.querySelector('table')).toBeNull();
  expect(button(root, 'Save the file').disabled).toBe(true);
});
