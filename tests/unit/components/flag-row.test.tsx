// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { FlagDetail } from '../../../components/history/flag-detail.tsx';
import { FlagLine } from '../../../components/history/flag-row.tsx';
import { LANGUAGES } from '../../../components/models/settings.ts';
import { historyPort, nothing, sampleFlag } from '../../e2e/gallery/history-port.ts';
import { show, textOf } from './show.tsx';

describe('a row', () => {
  const row = sampleFlag(2);
  const line = (n: number) =>
    show(<FlagLine row={sampleFlag(n)} open={false} selected={false} onOpen={nothing} onSelect={nothing} />);

  test.each(LANGUAGES)('each kind is complete in %s', async (language) => {
    for (let n = 0; n < 14; n++) {
      const flag = sampleFlag(n);
      const root = await show(
        <>
          <FlagLine row={flag} open={true} selected={false} onOpen={nothing} onSelect={nothing} />
          <FlagDetail
            row={flag}
            port={historyPort(1)}
            onDelete={nothing}
            onLineage={nothing}
            onSaid={nothing}
          />
        </>,
        language,
      );
      expect(textOf(root)).not.toMatch(/[{}]|\*\*|undefined|null|\[object/);
    }
  });

  test('a lookalike has its differing characters boxed', async () => {
    expect((await line(1)).querySelector('.diff')?.textContent).toBe('0');
  });

  test('an ignored flag flies none', async () => {
    expect((await line(5)).querySelector('.line')?.className).toContain('off');
  });

  test('its details give each signal with what matched and what it weighed', async () => {
    const detail = await show(
      <FlagDetail row={row} port={historyPort(1)} onDelete={nothing} onLineage={nothing} onSaid={nothing} />,
    );
    const said = textOf(detail);
    expect(said).toContain('欧易OKX官网注册与App下载教程');
    expect(said).toContain('2.0');
    expect(said).toContain('-0.3');
    expect(said).toContain('Page mentions (unverified):');
    expect(said).toContain('Not surer:');
    expect(detail.querySelectorAll('.finding')[1]?.querySelectorAll('.w')).toHaveLength(0);
  });
});
