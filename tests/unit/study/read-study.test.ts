import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStudy, STUDY_FAULTS, StudyFileError } from '../../../utils/study/read-study.ts';
import { studyFile } from '../../fixtures/study.ts';

function outcome(text: string): string {
  try {
    readStudy(text);
    return 'read';
  } catch (error) {
    if (!(error instanceof StudyFileError)) throw error;
    return error.message;
  }
}

const written = (change: Record<string, unknown>) => JSON.stringify({ ...studyFile(), ...change });
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const question = { id: 'q', text: { en: 'Yes?' }, required: true };

describe('a study file', () => {
  it.each([
    ['as a researcher writes it', {}],
    ['that asks nothing of retention', { retention_days: null }],
    ['with a given participant', { participant: { rule: 'given', id: 'P-001' } }],
    ['with a form of codes', { participant: { rule: 'code', form: '@@-####' } }],
    ['with a key', { encrypt_to: [KEY] }],
    ['with a pinned list', { list: { version: 412, sha256: 'a'.repeat(64) } }],
    [
      'in one language alone',
      { title: { zh_TW: '研究' }, consent: [{ ...question, text: { zh_TW: '同意' } }] },
    ],
  ])('%s is read', (_, change) => expect(readStudy(written(change))).toEqual({ ...studyFile(), ...change }));

  it('with a byte order mark is read', () => expect(outcome(`\uFEFF${written({})}`)).toBe('read'));

  it.each([
    ['no JSON', '{', 'not JSON'],
    ['another kind of JSON', '[]', 'no study file'],
    ['an export', '{"schema_version":1}', 'no study file'],
    ['null', 'null', 'no study file'],
    ['a later version', written({ ensign_study: 2 }), 'unknown version: ensign_study'],
    ['more than a file may hold', `"${'x'.repeat(200_001)}"`, 'too large'],
    ['a salt', written({ salt: 'c2FsdA==' }), 'supplies a salt: salt'],
    [
      'a salt deeper in',
      written({ export: { ...studyFile().export, hmac_key: '' } }),
      'supplies a salt: export.hmac_key',
    ],
    ['an address to send to', written({ upload: 'https://example.org' }), 'unknown field: upload'],
    ['a wish to record', written({ recording: 'on' }), 'unknown field: recording'],
    [
      'another level',
      written({ export: { ...studyFile().export, level: 'everything' } }),
      'wrong field: export.level',
    ],
    [
      'no retention field',
      JSON.stringify({ ...studyFile(), retention_days: undefined }),
      'wrong field: retention_days',
    ],
    ['endless retention', written({ retention_days: 4000 }), 'wrong field: retention_days'],
    ['no question', written({ consent: [] }), 'wrong field: consent'],
    [
      'no required question',
      written({ consent: [{ ...question, required: false }] }),
      'wrong field: consent',
    ],
    ['one id twice', written({ consent: [question, question] }), 'wrong field: consent'],
    [
      'a question without words',
      written({ consent: [{ ...question, text: {} }] }),
      'wrong field: consent.0.text',
    ],
    ['a fourth language', written({ title: { en: 'x', fr: 'y' } }), 'unknown field: title.fr'],
    ['an id that is a path', written({ study_id: '../x' }), 'wrong field: study_id'],
    ['a secret key', written({ encrypt_to: [`AGE-SECRET-KEY-1${'Q'.repeat(58)}`] }), 'bad key: encrypt_to.0'],
    [
      'a form that is an expression',
      written({ participant: { rule: 'code', form: '(a+)+$' } }),
      'wrong field: participant.form',
    ],
  ])('with %s is refused by name', (_, text, expected) => expect(outcome(text)).toBe(expected));

  it('of any kind is read or refused by name, never anything else', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .dictionary(fc.constantFrom(...Object.keys(studyFile()), 'salt'), fc.jsonValue())
        .map((one) => written(one)),
    );
    const named = /^(read|[a-z A-Z]+(: .*)?)$/s;
    const faults = new Set<string>(['read', ...STUDY_FAULTS]);
    fc.assert(
      fc.property(anything, (text) => {
        const said = outcome(text);
        expect(said).toMatch(named);
        expect(faults).toContain(said.split(': ')[0]);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

it('the sample of the documentation is a study file', () => {
  const text = readFileSync('docs/samples/study.json', 'utf8');
  expect(outcome(text)).toBe('read');
});
