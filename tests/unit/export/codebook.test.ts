import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { flagJsonSchema } from '../../../cli/flags/json-schema.ts';
import { generatedDocuments } from '../../../cli/flags/write-codebook.ts';
import { codebook } from '../../../utils/export/codebook.ts';
import { FlagRecordSchema } from '../../../utils/history/flag-schema.ts';
import { markedFlag } from '../../fixtures/export/marked-flag.ts';

describe('generated documents', () => {
  it.each(Object.entries(generatedDocuments()))('%s is what the schema says', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('describe every field, inner ones too', () => {
    const fields = codebook().filter((row) => row.table === 'flags');
    expect(fields.map((row) => row.field)).toEqual(
      expect.arrayContaining([
        ...Object.keys(FlagRecordSchema.entries),
        'findings[].evidence',
        'list.sha256',
      ]),
    );
    for (const row of fields) expect(row.meaning).toMatch(/\.$/);
  });
});

describe('the JSON Schema', () => {
  const validate = new Ajv({ strict: true }).compile(flagJsonSchema());
  const flags = fc
    .sample(markedFlag, { seed: 3, numRuns: 200 })
    .map(({ flag: { local, ...record } }) => record);

  it('accepts what the schema accepts', () => {
    for (const flag of flags) {
      expect(v.safeParse(FlagRecordSchema, flag).issues).toBeUndefined();
      expect(validate(flag), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it.each([
    ['a version of the future', { schema_version: 2 }],
    ['a time-ordered id', { flag_id: '0190163d-8694-739b-aea5-966c26f8ad91' }],
    ['a time without milliseconds', { observed_at: '2026-11-20T10:00:00Z' }],
    ['an unknown tier', { tier: 'safe' }],
    ['a score beyond one', { score: 1.5 }],
    ['a field that is none', { local: {} }],
  ])('refuses %s', (_, wrong) => {
    const flag = { ...flags[0], ...wrong };
    expect(v.safeParse(FlagRecordSchema, flag).success).toBe(false);
    expect(validate(flag)).toBe(false);
  });
});
