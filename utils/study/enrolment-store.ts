import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type Enrolment, EnrolmentSchema } from './enrolment.ts';

const KEY = 'study';

/** The study taken part in; null for none. Read from the device alone: no policy can enrol. */
export async function readEnrolment(): Promise<Enrolment | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const read = v.safeParse(v.optional(EnrolmentSchema), stored);
  if (!read.success) {
    console.error('study: the enrolment does not read and is left unused', read.issues[0].message);
    return null;
  }
  return read.output ?? null;
}

/** SHA-256 of the list that the study taken part in pins; null for none. */
export async function pinnedList(): Promise<string | null> {
  return (await readEnrolment())?.study.list?.sha256 ?? null;
}

/** Calls back when a study is joined or left, on whichever page. */
export function onEnrolment(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) listener();
  });
}

export async function keepEnrolment(enrolment: Enrolment): Promise<void> {
  await browser.storage.local.set({ [KEY]: enrolment });
}

/** Leaves the study: participant id, answers and salt are gone, so that no later export can be joined to it. */
export async function forgetEnrolment(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
