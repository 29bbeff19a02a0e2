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

export async function keepEnrolment(enrolment: Enrolment): Promise<void> {
  await browser.storage.local.set({ [KEY]: enrolment });
}

/** Leaves the study: participant id, answers and salt are gone, so that no later export can be joined to it. */
export async function forgetEnrolment(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
