import browser from 'webextension-polyfill';
import {
  forgetAccounts,
  type KnownAccount,
  type KnownAccounts,
  rememberAccounts,
} from '../../utils/trail/accounts.ts';

const KEY = 'trailAccounts';

let reading: Promise<KnownAccounts> | null = null;

/** Accounts that exchanges' own pages bear; read once a worker. */
export function knownAccounts(): Promise<KnownAccounts> {
  reading ??= browser.storage.local
    .get(KEY)
    .then((stored) => (stored[KEY] as KnownAccounts | undefined) ?? {});
  return reading;
}

/** Keeps the accounts of an exchange's own page. */
export async function noteAccounts(
  owner: { exchange: string; name: string },
  ids: string[],
  day: string,
): Promise<void> {
  const known = await knownAccounts();
  if (ids.every((id) => known[id]?.exchange === owner.exchange && known[id]?.day === day)) return;
  await write(rememberAccounts(known, owner, ids, day));
}

/** Forgets those that must go. A page of the exchange's own brings them back. */
export async function dropAccounts(goes: (account: KnownAccount) => boolean): Promise<void> {
  await write(forgetAccounts(await knownAccounts(), goes));
}

async function write(known: KnownAccounts): Promise<void> {
  reading = Promise.resolve(known);
  await browser.storage.local.set({ [KEY]: known });
}
