import { describe, expect, it } from 'vitest';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { writeStix } from '../../../utils/export/stix.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const LISTED = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const LOOKALIKE = '4f2504e0-4f89-41d3-9a0c-0305e82c3302';
const lookalike: StoredFlag = {
  ...storedFlag({ flag_id: LOOKALIKE, document: 'b', host: '0kx.com' }),
  findings: [
    {
      kind: 'lookalike',
      exchange: 'okx',
      target: 'okx.com',
      techniques: ['homoglyph'],
      matched_rule: 'lookalike: high',
      evidence: [],
    },
  ],
};
const flags = [storedFlag({ flag_id: LISTED, document: 'a' }), lookalike];

interface StixObject {
  type: string;
  id: string;
  [property: string]: unknown;
}

async function bundle(held: StoredFlag[], confirmed: string[] = []): Promise<{ objects?: StixObject[] }> {
  const prepared = prepareExport(memorySource({ flags: held }), exportRequest({ time: 'exact' }));
  return JSON.parse(new TextDecoder().decode(await bytesOf(writeStix(new Set(confirmed))(prepared))));
}

describe('a STIX bundle', () => {
  it('has observable, observation and note for each flag, and a grouping for the exchange', async () => {
    const { objects } = await bundle(flags);
    expect(objects?.map(({ type }) => type)).toEqual([
      'domain-name',
      'observed-data',
      'note',
      'domain-name',
      'observed-data',
      'note',
      'grouping',
    ]);
  });

  it('gives observables the ids that everyone gives them', async () => {
    const { objects } = await bundle([{ ...lookalike, host: 'example.com' }]);
    expect(objects?.[0]?.id).toBe('domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7');
  });

  it('names the same host once', async () => {
    const { objects } = await bundle([lookalike, { ...lookalike, flag_id: LISTED }]);
    expect(objects?.filter(({ type }) => type === 'domain-name')).toHaveLength(1);
  });

  it('is dated by its flags alone', async () => {
    const { objects } = await bundle(flags);
    for (const object of objects!.filter(({ created }) => created)) {
      expect(object.created).toBe('2026-11-20T10:00:00.000Z');
      expect(object.modified).toBe(object.created);
    }
  });

  it('has no indicator unless an analyst confirmed, and never of a listed address', async () => {
    expect((await bundle(flags)).objects?.some(({ type }) => type === 'indicator')).toBe(false);
    const { objects } = await bundle(flags, [LISTED, LOOKALIKE]);
    const indicators = objects?.filter(({ type }) => type === 'indicator');
    expect(indicators?.map(({ id, pattern }) => [id, pattern])).toEqual([
      [`indicator--${LOOKALIKE}`, "[domain-name:value = '0kx.com']"],
    ]);
  });

  it('refers only to what it holds', async () => {
    const { objects } = await bundle(flags, [LOOKALIKE]);
    const ids = new Set(objects?.map(({ id }) => id));
    const refs = objects!.flatMap(({ object_refs }) => (object_refs as string[] | undefined) ?? []);
    expect(refs.filter((ref) => !ids.has(ref))).toEqual([]);
  });

  it('leaves out the objects where there are none', async () => {
    expect(await bundle([])).not.toHaveProperty('objects');
  });
});
