import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { buildLookalikeIndex } from '../../../utils/lookalike/build-index.ts';
import {
  LookalikeDataError,
  readSections,
  type SectionData,
  writeSections,
} from '../../../utils/lookalike/container.ts';
import { openLookalike } from '../../../utils/lookalike/open.ts';
import { exchanges } from './matcher.ts';
import { refusal } from './refusal.ts';

const attacks = { date: '2026-11-23', sources: [], hosts: { okx: 10 } };
const faultOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof LookalikeDataError) return error.fault;
    throw error;
  }
};

describe('sections', () => {
  const bytes = writeSections(
    1,
    3,
    new Map<number, SectionData>([
      [7, Uint32Array.of(1, 2)],
      [9, new TextEncoder().encode('欧易')],
    ]),
  );

  it('come back as they went in', () => {
    const sections = readSections(bytes.buffer, 1, 3);
    expect([...sections.uint32(7)]).toEqual([1, 2]);
    expect(sections.text(9)).toBe('欧易');
  });

  it.each([
    ['cut short', () => readSections(bytes.buffer.slice(0, 8), 1, 3)],
    ['cut short', () => readSections(bytes.buffer.slice(0, bytes.length - 8), 1, 3)],
    ['not lookalike data', () => readSections(new ArrayBuffer(64), 1, 3)],
    ['not lookalike data', () => readSections(bytes.buffer, 2, 3)],
    ['other format version', () => readSections(bytes.buffer, 1, 4)],
    ['section missing', () => readSections(bytes.buffer, 1, 3).bytes(8)],
    ['bad section', () => readSections(bytes.buffer, 1, 3).uint32(9)],
  ])('%s', (fault, run) => {
    expect(faultOf(run)).toBe(fault);
  });
});

describe('what is refused says why', () => {
  const written = () =>
    writeSections(
      1,
      3,
      new Map([
        [7, Uint32Array.of(1, 2)],
        [9, Uint32Array.of(3)],
      ]),
    );
  /** With another number in the place of one of its header. */
  const withNumber = (at: number, value: number) => {
    const bytes = written();
    new DataView(bytes.buffer).setUint32(at, value, true);
    return () => readSections(bytes.buffer, 1, 3);
  };

  it.each([
    ['another magic number', 0, 1, 'not lookalike data: magic number or kind'],
    ['another kind', 4, 2, 'not lookalike data: magic number or kind'],
    ['another version', 8, 4, 'other format version: 4, wanted 3'],
    ['more sections than fit', 12, 4, 'cut short: section table'],
    ['so many that they fit by no count', 12, 0xffffffff, 'cut short: section table'],
    ['a section between the places for one', 20, 44, 'cut short: section 0'],
    ['a second one past the end', 32, 56, 'cut short: section 1'],
    ['a longer one than there is', 36, 9, 'cut short: section 1'],
  ])('%s', (_name, at, value, message) => expect(withNumber(at, value)).toThrow(refusal(message)));

  it('what lies at the very end is whole', () => {
    expect(written().byteLength).toBe(56);
    expect(withNumber(36, 8)).not.toThrow();
    expect(withNumber(12, 0)).not.toThrow();
    expect(() => readSections(writeSections(1, 3, new Map()).buffer, 1, 3)).not.toThrow();
    expect(() => readSections(new ArrayBuffer(15), 1, 3)).toThrow(refusal('cut short: 15 bytes'));
  });

  it('a section table that fills it to the last byte is whole', () => {
    const one = writeSections(1, 3, new Map([[7, new Uint8Array(0)]]));
    const sections = readSections(one.buffer.slice(0, 32), 1, 3);
    expect([...sections.bytes(7)]).toEqual([]);
    expect(() => sections.bytes(8)).toThrow(refusal('section missing: 8'));
  });

  it('a section of no whole numbers', () => {
    const bytes = writeSections(1, 3, new Map([[7, Uint8Array.of(1, 2, 3)]]));
    expect(() => readSections(bytes.buffer, 1, 3).uint16(7)).toThrow(refusal('bad section: 7'));
    expect([...readSections(bytes.buffer, 1, 3).bytes(7)]).toEqual([1, 2, 3]);
  });
});

describe('tables and index', () => {
  const tables = buildTables(readWeights());
  const index = buildLookalikeIndex(exchanges, attacks);

  it('are the same bytes from the same sources', () => {
    expect(buildTables(readWeights())).toEqual(tables);
    expect(buildLookalikeIndex(exchanges, attacks)).toEqual(index);
  });

  it('do not stand in for each other', () => {
    expect(faultOf(() => openLookalike(index.buffer, tables.buffer))).toBe('not lookalike data');
  });

  it('are refused when cut anywhere', () => {
    for (const share of [0, 0.01, 0.3, 0.7, 0.99]) {
      const cut = tables.buffer.slice(0, Math.floor(tables.length * share));
      expect(faultOf(() => openLookalike(cut, index.buffer))).not.toBeNull();
    }
  });

  it('stay within 1.2 MB and open to a matcher', () => {
    expect(tables.length + index.length).toBeLessThan(1_500_000);
    expect(faultOf(() => openLookalike(tables.buffer, index.buffer))).toBeNull();
  });

  it('name weights that are no numbers', () => {
    expect(faultOf(() => openLookalike(buildTables('{"weights":{"high":"x"}}').buffer, index.buffer))).toBe(
      'bad section',
    );
    expect(faultOf(() => openLookalike(buildTables('{').buffer, index.buffer))).toBe('bad section');
  });
});
