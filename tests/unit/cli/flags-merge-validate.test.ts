import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FlagRecord } from '../../../utils/history/flag.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { ensign, id } from './flags-command.ts';

const { local, ...stored } = storedFlag({ flag_id: id(0), document: 'x' });
const signal = { id: 'payment-rails', version: 1, value: '支付宝', weight: 0.38 };
const FLAG: FlagRecord = { ...stored, signals: [signal], redirect_chain: ['a.example'], title: 'x' };
const [finding] = FLAG.findings;
const { registrable_domain, ...lacking } = FLAG;
const turned = Object.fromEntries(Object.entries(FLAG).reverse());

/** Flags with one thing changed, each by what it shows. */
const REFUSED: Record<string, unknown> = {
  'an empty list': { ...FLAG, list: {} },
  'empty settings': { ...FLAG, settings: {} },
  'a finding of a kind alone': { ...FLAG, findings: [{ kind: 'listed' }] },
  'a finding of no kind there is': { ...FLAG, findings: [{ ...finding, kind: 'x' }] },
  'a finding that is null': { ...FLAG, findings: [null] },
  'a day that no month has': { ...FLAG, observed_at: '2026-02-30T10:00:00.000Z' },
  'a version below zero': { ...FLAG, signals: [{ ...signal, version: -1 }] },
  'a signal without weight': { ...FLAG, signals: [{ ...signal, weight: null }] },
  'a detail there is not': { ...FLAG, settings: { ...FLAG.settings, stored_detail: 'all' } },
  'a kind ignored that there is not': { ...FLAG, settings: { ...FLAG.settings, ignored_kinds: ['x'] } },
  'half a hash': { ...FLAG, list: { ...FLAG.list, sha256: 'ab' } },
  'a text too long': { ...FLAG, os: 'x'.repeat(4097) },
  'a name too long within': { ...FLAG, findings: [{ ...finding, target: 'x'.repeat(254) }] },
  'a list too long within': { ...FLAG, findings: [{ ...finding, evidence: Array(1001).fill('') }] },
  'a name of too many pairs': { ...FLAG, host: '🦊'.repeat(127) },
};
/** What the columns of a table cannot tell: validate alone names it. */
const UNTOLD: Record<string, unknown> = {
  'a day for an instant': { ...FLAG, observed_at: '2026-11-20' },
  'an instant of another zone': { ...FLAG, observed_at: '2026-11-20T10:00:00.000+08:00' },
  'a number for a host': { ...FLAG, host: 5 },
  'a list for a title': { ...FLAG, title: ['x'] },
  'a text for a score': { ...FLAG, score: '1' },
  'a text for a version': { ...FLAG, list: { ...FLAG.list, version: '1' } },
  'a number for a technique': { ...FLAG, findings: [{ ...finding, techniques: [1] }] },
  'a part of a minute': { ...FLAG, tz_offset_min: 480.5 },
  'a field too few that may be null': lacking,
  'a field too many': { ...FLAG, more: 1 },
  'a field too many within': { ...FLAG, list: { ...FLAG.list, more: 1 } },
};
const TAKEN: Record<string, unknown> = {
  'as an export writes it': FLAG,
  'all that may be null': { ...FLAG, registrable_domain: null, findings: [{ ...finding, exchange: null }] },
  'names in another order': turned,
  'texts that look like something else': {
    ...FLAG,
    title: '5',
    os: 'null',
    browser: '{"a":1}',
    study_id: '7',
  },
  'texts with quotes and breaks': { ...FLAG, title: '"a"\\\n\u2028\u0007🦊' },
  'a long text of many bytes': { ...FLAG, title: '交'.repeat(4096), host_unicode: '🦊'.repeat(126) },
  'a long list': { ...FLAG, redactions: Array(1000).fill('') },
};

const folder = mkdtempSync(join(tmpdir(), 'ensign-alike-'));
const input = join(folder, 'in');
const merged = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const named = Object.entries({ ...REFUSED, ...UNTOLD, ...TAKEN });
const numbers = new Map<string, { validated: number; merged: number }>();

beforeAll(async () => {
  mkdirSync(input);
  // The first line is looked at by itself: the one in question stands second.
  named.forEach(([name, flag], n) => {
    const lines = [
      { ...FLAG, flag_id: id(1000 + n) },
      { ...(flag as object), flag_id: id(2000 + n) },
    ];
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(join(input, `${name}.ndjson`), text);
  });
  const spaced = JSON.stringify({ ...FLAG, flag_id: id(9) }).replaceAll('":', '": ');
  writeFileSync(join(input, 'spaced.ndjson'), `${spaced}\n`);
  const validated = rows((await ensign('validate', input)).out);
  expect((await ensign('merge', input, '--out', merged)).code).toBe(1);
  const sources = rows(readFileSync(join(merged, 'sources.ndjson'), 'utf8'));
  for (const { file, flags } of sources) {
    const found = validated.find((one) => one.file === file)?.flags ?? Number.NaN;
    numbers.set(file.slice(input.length + 1, -'.ndjson'.length), { validated: found, merged: flags });
  }
});

function rows(text: string): { file: string; flags: number; line: number }[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('flags merge takes what flags validate takes, and refuses what columns can tell', () => {
  test.each(Object.keys(REFUSED))('refused: %s', (name) => {
    expect(numbers.get(name)).toEqual({ validated: 1, merged: 1 });
  });

  test.each(Object.keys(UNTOLD))('left to validate: %s', (name) => {
    expect(numbers.get(name)).toEqual({ validated: 1, merged: 2 });
  });

  test.each(Object.keys(TAKEN))('taken: %s', (name) => {
    expect(numbers.get(name)).toEqual({ validated: 2, merged: 2 });
  });

  test('taken: blanks between names and values', () => {
    expect(numbers.get('spaced')).toEqual({ validated: 1, merged: 1 });
  });

  test('what is refused is named by its line', () => {
    const aside = rows(readFileSync(join(merged, 'set-aside.ndjson'), 'utf8'));
    expect(aside.map(({ line }) => line)).toEqual(Object.keys(REFUSED).map(() => 2));
  });
});
