// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { History } from '../../../components/history/history.tsx';
import { type Flags, useFlags } from '../../../components/history/use-flags.ts';
import type { FlagOutline, FlagRow } from '../../../components/models/flag.ts';
import type { HistoryPort } from '../../../components/models/history.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { historyPort, nothing } from '../../e2e/gallery/history-port.ts';
import { changing } from './changing.ts';
import { button, click, show } from './show.tsx';

const log = { view: 'log', search: '' } as const;
const drawPort = (port: HistoryPort, search = '') =>
  show(<History port={port} route={{ ...log, search }} onRoute={nothing} optionsUrl="#" />);

describe('rows read anew', () => {
  /** A log of which more than one window is in sight, and each row is known in outline at once. */
  function outlined(count: number) {
    vi.stubGlobal('innerHeight', 9000);
    const { port, change } = changing(historyPort(count));
    const holds = new Map<number, Promise<void>>();
    const query: HistoryPort['query'] = async (filter, offset, limit) => {
      await holds.get(offset);
      const all = (await port.query(filter, 0, count)).rows;
      return {
        ...(await port.query(filter, offset, limit)),
        outline: (at) => (all[at] ? outlineOf(all[at]) : null),
      };
    };
    return { port: { ...port, query }, holds, change };
  }
  const outlineOf = ({ id, observedAt, tier, kind, host, action, list }: FlagRow): FlagOutline => ({
    id,
    observedAt,
    tier,
    kind,
    host,
    action,
    listVersion: list.version,
  });
  const lines = (root: Element) => [...root.querySelectorAll<HTMLElement>('.line:not(.heads)')];

  test('what is typed beside a row far down stays there', async () => {
    const { port, holds, change } = outlined(90);
    const root = await drawPort(port);
    const line = lines(root)[60]!;
    await click(line.querySelector<HTMLElement>('[aria-expanded]')!);
    await click(button(root, 'Ignore this site'));
    const form = root.querySelector('.det form, .det fieldset, .det input')!;
    const held = Promise.withResolvers<void>();
    holds.set(50, held.promise);
    await act(async () => change());
    await click(root);
    expect(root.contains(form)).toBe(true);
    held.resolve();
    await click(root);
    expect(root.contains(form)).toBe(true);
  });

  test('a window that is answered before the first one stays', async () => {
    const { port, holds, change } = outlined(90);
    const seen: Flags[] = [];
    function Probe() {
      const flags = useFlags(port, EVERYTHING);
      seen.push(flags);
      flags.want(50, 89);
      return null;
    }
    await show(<Probe />);
    const held = Promise.withResolvers<void>();
    holds.set(0, held.promise);
    await act(async () => change());
    await act(async () => seen.at(-1)!.want(50, 89));
    await click(document.body);
    held.resolve();
    await click(document.body);
    expect(seen.at(-1)!.at(0)).toHaveProperty('findings');
    expect(seen.at(-1)!.at(60)).toHaveProperty('findings');
  });
});
