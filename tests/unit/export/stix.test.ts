import { describe, expect, it } from 'vitest';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { writeStix } from '../../../utils/export/stix.ts';
import { NOT_IN_STIX } from '../../../utils/export/stix-objects.ts';
import type { FlagRecord, StoredFlag } from '../../../utils/history/flag.ts';
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

describe('the fields that STIX has no place for', () => {
  const { local, ...flag } = {
    ...lookalike,
    url: 'https://0kx.com/',
    title: 't',
    referrer_domain: 'a.example',
    redirect_chain: ['b.example'],
    signals: [{ id: 's', version: 1, value: 'v', weight: 1 }],
    redactions: ['title: left out'],
  };
  const another: Record<keyof Omit<FlagRecord, 'list' | 'flag_id'>, unknown> & Record<string, unknown> = {
    schema_version: 2,
    observed_at: '2026-11-21T00:00:00.000Z',
    tz_offset_min: -60,
    tier: 'danger',
    findings: [],
    score: 0.123,
    host: 'other.example',
    host_unicode: 'other.example',
    registrable_domain: 'other.example',
    url: null,
    title: null,
    html_lang: 'other',
    detected_lang: 'other',
    script: 'Hant',
    signals: [],
    'list.version': 99,
    'list.sha256': 'cd'.repeat(32),
    'list.entry_first_seen': '2001',
    detector_version: 'other',
    extension_version: 'other',
    browser: 'other',
    os: 'other',
    referrer_domain: null,
    redirect_chain: [],
    session_pseudonym: 'other',
    study_id: 'other',
    participant_id: 'other',
    page_kind: 'payment',
    settings: { stored_detail: 'path', store_title: false, ignored_kinds: ['listed'] },
    action: 'left',
    redactions: [],
  };
  const written = async (one: object) => {
    const flags = (async function* () {
      yield one as FlagRecord;
    })();
    const account = {
      options: null,
      extension_version: '',
      detector_version: '',
      consent: null,
      answers: [],
    };
    const beside = () => Promise.reject(new Error('no bundle asks for them'));
    return new TextDecoder().decode(await bytesOf(writeStix()({ account, flags, beside })));
  };

  it.each(Object.keys(another))('%s: is one, or stands in the bundle', async (field) => {
    const inList = field.startsWith('list.') ? field.slice('list.'.length) : null;
    const changed = inList
      ? { ...flag, list: { ...flag.list, [inList]: another[field] } }
      : { ...flag, [field]: another[field] };
    const missing = (NOT_IN_STIX as readonly string[]).includes(field);
    expect((await written(changed)) === (await written(flag))).toBe(missing);
  });
});
