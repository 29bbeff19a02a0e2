import { afterEach, describe, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { parsePolicy } from '../../../utils/settings/policy.ts';
import { enrol, type Joining, NotAgreedError, saltOf } from '../../../utils/study/enrolment.ts';
import { forgetEnrolment, keepEnrolment, readEnrolment } from '../../../utils/study/enrolment-store.ts';
import { codeOf, ParticipantCodeError } from '../../../utils/study/participant.ts';
import { languagesOf, spoken } from '../../../utils/study/spoken.ts';
import { studyFile } from '../../fixtures/study.ts';

const agreed = (...ids: string[]): Joining => ({
  agreed: new Set(ids),
  language: 'zh_CN',
  code: '',
  changeRetention: false,
});
const device = {
  now: new Date('2026-11-20T08:00:00.000Z'),
  retentionDays: 90,
  random: (bytes: number) => new Uint8Array(bytes).fill(0xab),
};

describe('taking part', () => {
  it('keeps the answers in the words that were read', () => {
    expect(enrol(studyFile(), agreed('purpose'), device).answers).toEqual([
      { id: 'purpose', text: '我了解目的。', language: 'zh_CN', agreed: true },
      { id: 'archive', text: 'Rows may be archived.', language: 'en', agreed: false },
    ]);
  });

  it('needs a yes to every required question, and to no other', () => {
    expect(() => enrol(studyFile(), agreed('archive'), device)).toThrow(NotAgreedError);
    expect(() => enrol(studyFile(), agreed('purpose'), device)).not.toThrow();
  });

  it.each([
    ['longer, not agreed to', 180, false, null],
    ['longer, agreed to', 180, true, 90],
    ['shorter, agreed to', 30, true, 90],
    ['the same, agreed to', 90, true, null],
    ['not asked', null, true, null],
  ])('changes retention only as agreed: %s', (_, days, changeRetention, before) => {
    const enrolment = enrol(
      studyFile({ retention_days: days }),
      { ...agreed('purpose'), changeRetention },
      device,
    );
    expect(enrolment.retention_before).toBe(before);
  });

  it('draws the salt on the device, where the study may keep one', () => {
    expect(saltOf(enrol(studyFile(), agreed('purpose'), device))).toEqual(device.random(32));
    expect(saltOf(enrol(studyFile({ pseudonyms: 'new' }), agreed('purpose'), device))).toBeNull();
  });

  it.each([
    ['given', { rule: 'given', id: 'P-001' }, '', 'P-001'],
    ['random', { rule: 'random' }, '', 'r-abababababababab'],
    ['code', { rule: 'code', form: 'P-###' }, ' p-017 ', 'P-017'],
  ])('gives the participant an id by the rule: %s', (_, participant, code, id) => {
    const enrolment = enrol(studyFile({ participant }), { ...agreed('purpose'), code }, device);
    expect(enrolment.participant_id).toBe(id);
  });

  it('refuses a code of another form', () => {
    const study = studyFile({ participant: { rule: 'code', form: 'P-###' } });
    expect(() => enrol(study, { ...agreed('purpose'), code: 'P-17' }, device)).toThrow(ParticipantCodeError);
  });
});

it.each([
  ['P-##', 'p-07', 'P-07'],
  ['P-##', 'P-7', null],
  ['P-##', 'Q-07', null],
  ['@@#', 'ab1', 'AB1'],
  ['@@#', 'a11', null],
  ['##', '\u0661\u0662', null],
  ['.#', 'x1', null],
])('form %s: %s => %s', (form, typed, id) => expect(codeOf(form, typed)).toBe(id));

it('a text is read in the language asked for, else in one that there is', () => {
  expect(spoken({ en: 'a', zh_TW: 'b' }, 'zh_TW')).toEqual({ text: 'b', language: 'zh_TW' });
  expect(spoken({ zh_TW: 'b' }, 'en')).toEqual({ text: 'b', language: 'zh_TW' });
  expect(languagesOf(studyFile())).toEqual(['en']);
});

describe('the enrolment', () => {
  afterEach(() => browser.storage.local.clear());
  const enrolment = enrol(studyFile(), agreed('purpose'), device);

  it('is kept on the device, and leaving erases all of it', async () => {
    expect(await readEnrolment()).toBeNull();
    await keepEnrolment(enrolment);
    expect(await readEnrolment()).toEqual(enrolment);
    await forgetEnrolment();
    expect(await readEnrolment()).toBeNull();
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain(enrolment.participant_id);
  });

  it('that does not read is left unused', async () => {
    await browser.storage.local.set({ study: { ...enrolment, version: 2 } });
    expect(await readEnrolment()).toBeNull();
  });

  it('cannot come from policy', () => {
    const { values, refused } = parsePolicy({ study: enrolment, retentionDays: 30 });
    expect(refused).toEqual(['study']);
    expect(values).toEqual({ retentionDays: 30 });
  });
});
