// @vitest-environment happy-dom
import { beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Joining } from '../../../components/models/study.ts';
import { studyPort } from '../../../entrypoints/options/study-port.ts';
import { readEnrolment } from '../../../utils/study/enrolment-store.ts';
import { studyFile } from '../../fixtures/study.ts';

const STUDY = studyFile({ list: { version: 411, sha256: '0'.repeat(64) } });
const JOINING: Joining = { agreed: new Set(['purpose']), language: 'en', code: '', changeRetention: true };
const { storage } = fakeBrowser;

let retention: number | null;
/** Kinds of message that the background does not answer. */
let unanswered: Set<string>;
let complaints: MockInstance<typeof console.error>;

beforeEach(() => {
  fakeBrowser.reset();
  retention = 90;
  unanswered = new Set();
  complaints = vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answer as never);
});

async function answer({ kind, payload }: { kind: string; payload: { value: number | null } }) {
  if (unanswered.has(kind)) throw new Error('the message channel closed');
  if (kind === 'setSetting') retention = payload.value;
  return { ok: kind === 'options' ? { settings: { retentionDays: retention } } : null };
}

const full = () => Promise.reject(new Error('no room'));

describe('joining', () => {
  test('stands where the list cannot be pinned', async () => {
    unanswered.add('pinList');
    expect(await studyPort.join(STUDY, JOINING)).toBe('joined');
    expect(await readEnrolment()).toMatchObject({ retention_before: 90 });
    expect(retention).toBe(180);
    expect(complaints).toHaveBeenCalledOnce();
  });

  test('that cannot be kept leaves the retention as it was', async () => {
    vi.spyOn(storage.local, 'set').mockImplementation(full);
    await expect(studyPort.join(STUDY, JOINING)).rejects.toThrow('no room');
    expect(retention).toBe(90);
    expect(complaints).not.toHaveBeenCalled();
  });

  test('that fails tells its own failure where the retention cannot be set back', async () => {
    vi.spyOn(storage.local, 'set').mockImplementation(() => {
      unanswered.add('setSetting');
      return full();
    });
    await expect(studyPort.join(STUDY, JOINING)).rejects.toThrow('no room');
    expect(complaints).toHaveBeenCalledOnce();
  });

  test.each(['the same study', 'another'])(
    'a second time, %s, lets the first joining stand',
    async (which) => {
      await studyPort.join(STUDY, JOINING);
      const first = await readEnrolment();
      const second = which === 'another' ? studyFile({ study_id: 'another' }) : STUDY;
      expect(await studyPort.join(second, { ...JOINING, agreed: new Set() })).toBe('joined');
      expect(await readEnrolment()).toEqual(first);
      await studyPort.leave();
      expect(retention).toBe(90);
    },
  );
});

describe('leaving', () => {
  beforeEach(async () => void (await studyPort.join(STUDY, JOINING)));

  test('brings the retention back', async () => {
    await studyPort.leave();
    expect(await readEnrolment()).toBeNull();
    expect(retention).toBe(90);
  });

  test('lets a retention chosen since then stand', async () => {
    retention = 30;
    await studyPort.leave();
    expect(await readEnrolment()).toBeNull();
    expect(retention).toBe(30);
  });

  test('changes nothing where the retention cannot be brought back', async () => {
    unanswered.add('setSetting');
    await expect(studyPort.leave()).rejects.toThrow('no answer');
    expect(await readEnrolment()).not.toBeNull();
    expect(retention).toBe(180);
  });

  test.each([
    ['set back', 180, 'nothing'],
    ['left as it was before', 90, 'setSetting'],
  ])('works again after the enrolment could not be forgotten: retention %s', async (_, held, mute) => {
    vi.spyOn(storage.local, 'remove').mockImplementationOnce(() => {
      unanswered.add(mute);
      return full();
    });
    await expect(studyPort.leave()).rejects.toThrow('no room');
    expect(await readEnrolment()).not.toBeNull();
    expect(retention).toBe(held);
    unanswered.clear();
    await studyPort.leave();
    expect(await readEnrolment()).toBeNull();
    expect(retention).toBe(90);
  });
});
