import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en.json';
import simplified from '../../../assets/locales/zh_CN.json';
import traditional from '../../../assets/locales/zh_TW.json';
import { parseTemplate } from '../../../components/i18n/template.ts';
import { FLAG_KINDS } from '../../../components/models/flag.ts';
import {
  BACK_OUTCOMES,
  LIST_DATES,
  LIST_FILES,
  LIST_TROUBLES,
  SOURCE_FAULTS,
  STORE_FAULTS,
  SYNC_OUTCOMES,
} from '../../../components/models/list.ts';
import {
  IGNORE_TERMS,
  RECORDING_FAULTS,
  STORED_DETAILS,
  THEMES,
} from '../../../components/models/settings.ts';
import {
  CONFIDENCES,
  DOMAIN_ROLES,
  DOMAIN_STATES,
  HOUSE_TYPES,
  LINEAGE_KINDS,
} from '../../../utils/exchange/record.ts';
import { FLAG_ACTIONS } from '../../../utils/history/flag-words.ts';
import { FEATURES } from '../../../utils/landing/features.ts';
import { TECHNIQUES } from '../../../utils/lookalike/match.ts';
import { STUDY_FAULTS } from '../../../utils/study/read-study.ts';
import { EVIDENCE_CODES } from '../../../utils/trail/sighting.ts';
import { SUCCESSION_DOUBTS } from '../../../utils/verdict/finding.ts';

const LOCALES: Record<string, Record<string, string>> = {
  en: english,
  zh_CN: simplified,
  zh_TW: traditional,
};
const keys = Object.keys(english);
const namesIn = (message: string) =>
  parseTemplate(message)
    .flatMap((part) => ('name' in part ? [part.name] : []))
    .sort();

describe.each(Object.entries(LOCALES))('%s', (_, messages) => {
  test('has every key and no other, each with words', () => {
    expect(Object.keys(messages)).toEqual(keys);
    expect(Object.entries(messages).filter(([, message]) => message === '')).toEqual([]);
  });

  test('puts the same things into each message', () => {
    for (const key of keys)
      expect([key, namesIn(messages[key] ?? '')]).toEqual([key, namesIn(LOCALES.en?.[key] ?? '')]);
  });

  test('has only keys and characters that the browsers take as they are', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect(key).toMatch(/^[A-Za-z0-9_]+$/);
      expect(message).not.toContain('$');
      expect((message.match(/\*\*/g)?.length ?? 0) % 2).toBe(0);
    }
  });
});

test('English has no curly quotes: Chinese fonts set them full-width', () => {
  expect(Object.values(english).filter((message) => /[\u2018\u2019\u201c\u201d]/.test(message))).toEqual([]);
});

test('Chinese avoids words that judge, and half-width commas between characters', () => {
  for (const messages of [simplified, traditional]) {
    const all = Object.values(messages).join('\n');
    expect(all).not.toMatch(/名单|名單|信号|信號|可信度|疑似|防误点|防誤點|诈骗|詐騙/);
    expect(all).not.toMatch(/[\u4e00-\u9fff],[\u4e00-\u9fff]/);
  }
});

/** Keys made of a prefix and a value of a closed list, as `keyed` and the background make them. */
const OPERATIONS = [
  'icp-filing',
  'police-filing',
  'mainland-phone',
  'qq-support',
  'wechat-support',
  'mainland-company',
  'mainland-analytics',
  'mainland-hosting',
  'mainland-payment',
  'seat-offshore',
  'seat-registered-in',
  'licence',
];
const CLAIMS = ['claims-title', 'claims-site-name', 'claims-heading', 'claims-logo', 'claims-copyright'];
const FAMILIES: Record<string, readonly string[]> = {
  as: DOMAIN_ROLES,
  role: DOMAIN_ROLES,
  weak: [...CONFIDENCES, ...DOMAIN_STATES, 'former'],
  word_listed: HOUSE_TYPES,
  listed_title: HOUSE_TYPES,
  technique: TECHNIQUES,
  why: TECHNIQUES,
  kind: FLAG_KINDS,
  action: FLAG_ACTIONS,
  ignore: IGNORE_TERMS,
  detail: STORED_DETAILS,
  theme: THEMES,
  lineage: [...LINEAGE_KINDS, 'candidate'],
  signal: [...FEATURES, ...OPERATIONS, ...CLAIMS],
  page: ['exchange', 'affiliate', 'payment'],
  script: ['Hans', 'Hant', 'mixed', 'none'],
  succession: ['redirect', 'notice', 'claim', 'assets', 'affiliates'],
  seen: ['redirect', 'notice', 'claim', 'assets', 'affiliates'],
  doubt: SUCCESSION_DOUBTS,
  evidence: EVIDENCE_CODES.filter((code) => code !== 'against'),
  by: ['server', 'client', 'inferred'],
  standing: ['supported', 'open', 'doubtful'],
  decision: ['accepted', 'rejected'],
  sure: ['recorded', 'claimed', 'inferred', 'unproven'],
  unrecorded: RECORDING_FAULTS,
  cannot: [
    'restricted page',
    'no web address',
    'not a hostname',
    'not loaded',
    'list not readable',
    'failed',
  ],
  sync: SYNC_OUTCOMES,
  study_fault: STUDY_FAULTS,
  study_choice: ['fixed', 'offered'],
  study_pseudonyms: ['kept', 'new'],
  study_join: ['code', 'failed'],
  file: LIST_FILES,
  store: STORE_FAULTS,
  trouble: LIST_TROUBLES,
  dated: LIST_DATES.filter((one) => one !== 'fresh'),
  source: SOURCE_FAULTS,
  back: BACK_OUTCOMES.filter((one) => one !== 'done'),
};
const made = new Set(
  Object.entries(FAMILIES).flatMap(([prefix, values]) =>
    values.map((value) => `${prefix}_${value.replace(/: |[ -]/g, '_')}`),
  ),
);

test('every value of a closed list has its message', () => {
  expect([...made].filter((key) => !keys.includes(key))).toEqual([]);
});

test('no message is unused', () => {
  const code = ['components', 'entrypoints', 'assets/manifest.ts', 'cli', 'utils']
    .flatMap(sourcesUnder)
    .join('\n');
  const used = new Set(code.match(/[A-Za-z0-9_]+/g));
  const unused = keys.filter((key) => {
    const base = key.replace(/_(?:one|other)$/, '');
    return (
      !made.has(key) &&
      !used.has(key) &&
      !(base !== key && used.has(base)) &&
      !code.includes(`__MSG_${key}__`)
    );
  });
  expect(unused).toEqual([]);
});

function sourcesUnder(path: string): string[] {
  if (/\.tsx?$/.test(path)) return [readFileSync(path, 'utf8')];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`${path}/${name}`, 'utf8'));
}
