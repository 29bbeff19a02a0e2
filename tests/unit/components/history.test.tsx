// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FlagDetail } from '../../../components/history/flag-detail.tsx';
import { FlagLine } from '../../../components/history/flag-row.tsx';
import { History } from '../../../components/history/history.tsx';
import { logShape } from '../../../components/history/log-shape.ts';
import { readSearch } from '../../../components/history/search.ts';
import { stripsOf } from '../../../components/history/strips.ts';
import { LANGUAGES } from '../../../components/models/settings.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { historyPort, nothing, sampleFlag } from '../../e2e/gallery/history-port.ts';
import { button, click, show, textOf } from './show.tsx';

const log = { view: 'log', search: '' } as const;
const draw = (count: number, search = '') =>
  show(<History port={historyPort(count)} route={{ ...log, search }} onRoute={nothing} optionsUrl="#" />);

describe('the log without its rows', () => {
  const days = [
    { day: '2026-11-22', flags: 2 },
    { day: '2026-11-20', flags: 1 },
  ];
  test('a head before each day', () => {
    const shape = logShape(days);
    expect(Array.from({ length: shape.count }, (_, index) => shape.at(index))).toEqual([
      { day: '2026-11-22', flags: 2 },
      { offset: 0 },
      { offset: 1 },
      { day: '2026-11-20', flags: 1 },
      { offset: 2 },
    ]);
  });

  test('every flag stands where indexOf says', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(lengths, (counts) => {
        const shape = logShape(counts.map((flags, n) => ({ day: `${n}`, flags })));
        const flags = counts.reduce((sum, one) => sum + one, 0);
        expect(shape.count).toBe(flags + counts.length);
        for (let offset = 0; offset < flags; offset++)
          expect(shape.at(shape.indexOf(offset))).toEqual({ offset });
      }),
      { seed: 6 },
    );
  });

  test('an empty log has no places', () => {
    expect(logShape([]).count).toBe(0);
  });
});

describe('what is typed into the search', () => {
  test.each([
    ['okx', { text: 'okx' }],
    ['  okx  login ', { text: 'okx login' }],
    ['kind:lookalike okx', { text: 'okx', kind: 'lookalike' }],
    ['exchange:OKX action:left list:412', { text: '', exchange: 'okx', action: 'left', listVersion: 412 }],
    ['from:2026-11-01 to:2026-11-22', { text: '', from: '2026-11-01', to: '2026-11-22' }],
    ['kind:nonsense', { text: 'kind:nonsense' }],
    ['from:yesterday', { text: 'from:yesterday' }],
    ['list:x', { text: 'list:x' }],
    ['kind:', { text: 'kind:' }],
    ['https://okx.com', { text: 'https://okx.com' }],
  ])('%s', (typed, filter) => {
    expect(readSearch(typed)).toEqual(filter);
  });
});

test('strips of the chart count by kind, on their own scale', () => {
  const [lookalike, landing, listed, checked] = stripsOf([
    { day: '2026-11-21', checked: 10, flagged: 3, byKind: { lookalike: 1, reported: 1, listed: 1 } },
    { day: '2026-11-22', checked: 20, flagged: 4, byKind: { landing: 1, brandClaim: 2, succession: 1 } },
  ]);
  expect(lookalike).toMatchObject({ values: [2, 0], total: 2, most: 2 });
  expect(landing).toMatchObject({ values: [0, 4], total: 4, most: 4 });
  expect(listed).toMatchObject({ total: 1 });
  expect(checked).toMatchObject({ total: 30, most: 20 });
});

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

describe('the page', () => {
  test('without flags it says when there will be some', async () => {
    const root = await draw(0);
    expect(textOf(root)).toContain('No flags yet.');
  });

  test('a search without a match says so, and lets go of the filter', async () => {
    const root = await draw(5, 'no such host');
    expect(textOf(root)).toContain('No flag matches these filters.');
    expect(button(root, 'Clear filters')).toBeTruthy();
  });

  test('deleting all is undone by one button', async () => {
    const root = await draw(5);
    expect(textOf(root)).toContain('5 of 5 flags');
    await click(button(root, 'Delete all'));
    expect(textOf(root)).toContain('5 flags deleted.');
    expect(textOf(root)).toContain('No flags yet.');
    await click(button(root, 'Undo'));
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('until the newest rows stand, nothing asks for all flags, whatever changes meanwhile', async () => {
    vi.stubGlobal('requestIdleCallback', (done: () => void) => done());
    const port = historyPort(5);
    const asked: string[] = [];
    let tell = nothing;
    let arrive = nothing;
    const newest = new Promise<void>((done) => {
      arrive = done;
    }).then(async () => ({ ...(await port.query(EVERYTHING, 0, 50)), counted: false as const }));
    const root = await show(
      <History
        port={{
          ...port,
          newest: () => newest,
          query: (...query) => {
            asked.push('all');
            return port.query(...query);
          },
          choices: () => {
            asked.push('choices');
            return port.choices();
          },
          onChange: (listener) => {
            const others = tell;
            tell = () => {
              others();
              listener();
            };
            return nothing;
          },
        }}
        route={log}
        onRoute={nothing}
        optionsUrl="#"
      />,
    );
    tell();
    expect(asked).toEqual([]);
    arrive();
    await vi.waitFor(() => expect(asked).toContain('choices'));
    expect(asked[0]).toBe('all');
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('what is counted beside the flags follows a deletion, and its undoing', async () => {
    const port = historyPort(5);
    let asked = 0;
    const overview = () => {
      asked += 1;
      return port.overview();
    };
    const root = await show(
      <History port={{ ...port, overview }} route={log} onRoute={nothing} optionsUrl="#" />,
    );
    const before = asked;
    await click(button(root, 'Delete all'));
    expect(asked).toBe(before + 1);
    await click(button(root, 'Undo'));
    expect(asked).toBe(before + 2);
  });

  test('a filter let go while flags are being deleted stays let go', async () => {
    const port = historyPort(5);
    let finish = nothing;
    const held = new Promise<void>((done) => {
      finish = done;
    });
    const root = await show(
      <History
        port={{ ...port, remove: (selection) => held.then(() => port.remove(selection)) }}
        route={{ ...log, search: 'kind:lookalike' }}
        onRoute={nothing}
        optionsUrl="#"
      />,
    );
    const [, found] = /(\d) of 5 flags/.exec(textOf(root)) ?? [];
    const others = 5 - Number(found);
    expect(others).toBeLessThan(5);
    await click([...root.querySelectorAll('button')].find((one) => /^Delete th/.test(textOf(one)))!);
    await click(button(root, 'Clear filters'));
    await vi.waitFor(() => expect(textOf(root)).toContain('5 of 5 flags'));
    finish();
    await vi.waitFor(() => expect(textOf(root)).toContain(`${others} of ${others} flags`));
  });

  test('a history that cannot be read is told, and blames nobody', async () => {
    const port = historyPort(1, {
      overview: async () => {
        throw new Error('closed');
      },
    });
    const quiet = console.error;
    console.error = nothing;
    const root = await show(<History port={port} route={log} onRoute={nothing} optionsUrl="#" />);
    console.error = quiet;
    expect(root.querySelector('[role=alert]')?.textContent).toContain('could not be read');
  });

  test('the chart is saved with its words in it, without the page around it', async () => {
    const saved: [string, string, string][] = [];
    const port = historyPort(120, {
      savePicture: async (...picture) => {
        saved.push(picture);
      },
    });
    const root = await show(<History port={port} route={log} onRoute={nothing} optionsUrl="#" />);
    await click(button(root, 'Save as SVG'));
    await click(button(root, 'Save as PNG'));
    expect(saved.map(([name, , kind]) => `${name}.${kind}`)).toEqual(['flags-a-day.svg', 'flags-a-day.png']);
    const said = (saved[0]?.[1] ?? '').replace(/<[^>]*>/g, ' ');
    for (const words of ['Flags a day', 'Lookalike', 'Pages checked', 'Oct 2026']) {
      expect(said.replaceAll(/&nbsp;|\u00a0/g, ' ')).toContain(words);
    }
    expect(saved[0]?.[1]).not.toContain('class=');
  });

  test("an exchange's drawing is saved with its name and key in it", async () => {
    const saved: [string, string, string][] = [];
    const port = historyPort(120, {
      savePicture: async (...picture) => {
        saved.push(picture);
      },
    });
    const route = { view: 'by-exchange', exchange: 'okx' } as const;
    const root = await show(<History port={port} route={route} onRoute={nothing} optionsUrl="#" />);
    await click(button(root, 'Save as PNG'));
    const [name, drawn = '', kind] = saved[0] ?? [];
    expect(`${name}.${kind}`).toBe('okx-lineage.png');
    const said = drawn.replace(/<[^>]*>/g, ' ');
    for (const words of ['Addresses of OKX', 'over time', 'okex.com', 'visit to an unproven address'])
      expect(said).toContain(words);
    expect(drawn).not.toMatch(/class=|below/);
  });

  test('export is not offered while there is none', async () => {
    expect(textOf(await draw(5))).not.toContain('Export');
  });
});
