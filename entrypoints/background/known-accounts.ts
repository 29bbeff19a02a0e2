import browser from 'webextension-polyfill';
import { domainOf } from '../../utils/domain/domain-of.ts';
import { EVERYTHING } from '../../utils/history/flag-query.ts';
import {
  forgetAccounts,
  type KnownAccount,
  type KnownAccounts,
  rememberAccounts,
} from '../../utils/trail/accounts.ts';
import { newQueue } from './in-order.ts';
import { flagReader } from './recorder.ts';
import { report } from './report.ts';

const KEY = 'trailAccounts';

let reading: Promise<KnownAccounts> | null = null;

/** Accounts that exchanges' own pages bear; read once a worker. */
export function knownAccounts(): Promise<KnownAccounts> {
  reading ??= browser.storage.local
    .get(KEY)
    .then((stored) => (stored[KEY] as KnownAccounts | undefined) ?? {});
  return reading;
}

/** One change at a time: what is noted while flags are deleted must not bring back what goes with them. */
const inTurn = newQueue();

/** Keeps the accounts of an exchange's own page, where a flag tells of a visit to its name on that day. */
export function noteAccounts(
  owner: { exchange: string; name: string },
  ids: string[],
  day: string,
): Promise<void> {
  return inTurn(async () => {
    const known = await knownAccounts();
    if (ids.every((id) => isNoted(known[id], owner.exchange, day))) return;
    if (!(await mayNote(owner.name, day))) return;
    await write(rememberAccounts(known, owner, ids, day));
  });
}

/** Forgets those that must go. A page of the exchange's own brings them back. */
export function dropAccounts(goes: (account: KnownAccount) => boolean): Promise<void> {
  return inTurn(async () => write(forgetAccounts(await knownAccounts(), goes)));
}

/**
 * Forgets accounts after flags were deleted: those of an exchange on a day that lost a flag, and those of whose
 * visit no flag tells: an account of two exchanges bears the name of one, and its day may be no flag's.
 * @param exchangeDays as `removeFlags` answers them
 */
export function dropDeletedAccounts(exchangeDays: ReadonlySet<string>): Promise<void> {
  return inTurn(async () => {
    const known = await knownAccounts();
    const told = await toldVisits(Object.values(known));
    const stays = ({ exchange, name, day }: KnownAccount) =>
      told.has(`${name} ${day}`) && !exchangeDays.has(`${exchange} ${day}`);
    await write(forgetAccounts(known, (account) => !stays(account)));
  });
}

/** An account of two exchanges is noted for both. */
function isNoted(known: KnownAccount | undefined, exchange: string, day: string): boolean {
  return known?.day === day && (known.exchange === exchange || known.exchange === '');
}

/** A history that cannot be read holds no page up: its accounts are left out. */
async function mayNote(name: string, day: string): Promise<boolean> {
  try {
    return await isTold(name, day);
  } catch (error) {
    report(error);
    return false;
  }
}

/** Listed names and days of which flags tell: `okx.com 2026-11-20`. */
async function toldVisits(accounts: readonly KnownAccount[]): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  const visits = Map.groupBy(accounts, ({ name, day }) => `${name} ${day}`);
  for (const [visit, [account]] of visits) {
    if (account && (await isTold(account.name, account.day))) told.add(visit);
  }
  return told;
}

/** Whether a flag tells of a visit to a listed name, or to one of its registrable domain, on a local day. */
async function isTold(name: string, day: string): Promise<boolean> {
  const reader = await flagReader();
  const { matches } = await reader.find({ ...EVERYTHING, domain: domainOf(name), from: day, to: day });
  return matches.slots.length > 0;
}

async function write(known: KnownAccounts): Promise<void> {
  reading = Promise.resolve(known);
  await browser.storage.local.set({ [KEY]: known });
}
