import { describe, expect, it } from 'vitest';
import { readSelection } from '../../../entrypoints/export/selection.ts';
import { exportStudy, StudyChangedError, studyRequest } from '../../../entrypoints/export/study.ts';
import { DEFAULT_OPTIONS } from '../../../utils/export/options.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { enrol } from '../../../utils/study/enrolment.ts';
import { studyFile } from '../../fixtures/study.ts';

const pageSalt = new Uint8Array(32).fill(1);
const enrolled = (change: Record<string, unknown> = {}) =>
  enrol(
    studyFile(change),
    { agreed: new Set(['purpose']), language: 'en', code: '', changeRetention: false },
    {
      now: new Date('2026-11-20T08:00:00.000Z'),
      retentionDays: 90,
      random: (n) => new Uint8Array(n).fill(2),
    },
  );
const offered = { ...studyFile().export, choice: 'offered' };

describe('an export for a study', () => {
  it('has the level that the study fixed, whatever the page asks', () => {
    const enrolment = enrolled();
    const { study } = exportStudy(enrolment).options;
    const asked = studyRequest(
      enrolment,
      { ...DEFAULT_OPTIONS, level: 'full', title: true, study },
      pageSalt,
    );
    expect(asked.options).toEqual(exportStudy(enrolment).options);
    expect(asked).toMatchObject({ since: '2026-11-20T08:00:00.000Z', answers: enrolment.answers });
  });

  it('has the level that was chosen where the study offers one', () => {
    const enrolment = enrolled({ export: offered });
    const options = { ...exportStudy(enrolment).options, level: 'domain' as const };
    expect(studyRequest(enrolment, options, pageSalt).options).toEqual(options);
  });

  it('keeps the salt of the device, or has one of its own', () => {
    const salt = (change: Record<string, unknown>) => {
      const enrolment = enrolled(change);
      return studyRequest(enrolment, exportStudy(enrolment).options, pageSalt).salt;
    };
    expect(salt({ pseudonyms: 'kept' })).toEqual(new Uint8Array(32).fill(2));
    expect(salt({ pseudonyms: 'new' })).toEqual(pageSalt);
  });

  it('is not made for a study that was left, or another', () => {
    const { options } = exportStudy(enrolled());
    expect(() => studyRequest(null, options, pageSalt)).toThrow(StudyChangedError);
    expect(() => studyRequest(enrolled({ study_id: 'another' }), options, pageSalt)).toThrow(
      StudyChangedError,
    );
  });

  it('for oneself tells nothing of the study', () => {
    expect(studyRequest(enrolled(), DEFAULT_OPTIONS, pageSalt)).toEqual({
      options: DEFAULT_OPTIONS,
      salt: pageSalt,
      since: undefined,
      answers: [],
      keys: [],
    });
  });
});

const FILTER = { ...EVERYTHING, text: 'okx' };

it.each([
  ['', null, null],
  [`#${encodeURIComponent(JSON.stringify(FILTER))}`, null, { filter: FILTER }],
  ['#ticked', '["a","b"]', { ids: ['a', 'b'] }],
  ['#ticked', null, { ids: [] }],
  ['#ticked', '{"a":1}', { ids: [] }],
  ['#%', null, null],
  ['#{"text":7}', null, null],
])('the address %s with %s ticked chooses %j', (hash, ticked, expected) => {
  expect(readSelection(hash, ticked)).toEqual(expected);
});
