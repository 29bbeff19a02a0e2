import browser from 'webextension-polyfill';
import { domainOf } from '../../utils/domain/domain-of.ts';
import { toldVisits } from '../../utils/history/index/told-visits.ts';
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
    .then((stored) => (stored[KEY] as KnownAccounts | undefined) ?? {})
    .catch((cause: unknown) => {
      reading = null;
      throw cause;
    });
  return reading;
}

/** One change at a time: what is noted while flags are deleted must not bring back what goes with them. */
const inTurn = newQueue();

/**
 * Keeps the accounts of an exchange's own page, where a flag tells of a visit to its name on that day. A store that
 * takes no note holds no page up.
 */
export function noteAccounts(
  owner: { exchange: string; name: string },
  ids: string[],
  day: string,
): Promise<void> {
  return inTurn(async () => {
    const known = await knownAccounts();
    if (ids.every((id) => isNoted(known[id], owner.exchange, day))) return;
    if (!(await mayNote(owner.name, day))) return;
    await write(rememberAccounts(known, owner, ids, day)).catch(report);
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
    const told = await toldOf(Object.values(known));
    const stays = (account: KnownAccount) =>
      told.has(account) && !exchangeDays.has(`${account.exchange} ${account.day}`);
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
    return (await toldOf([{ name, day }])).size > 0;
  } catch (error) {
    report(error);
    return false;
  }
}

/** Those of whose visit a flag tells: to the listed name, or to one of its registrable domain, on that local day. */
async function toldOf<Account extends Pick<KnownAccount, 'name' | 'day'>>(
  accounts: readonly Account[],
): Promise<ReadonlySet<Account>> {
  const index = await (await flagReader()).index();
  const visits = accounts.map((account) => ({ account, domain: domainOf(account.name), day: account.day }));
  return new Set(toldVisits(index, visits).map(({ account }) => account));
}

async function write(known: KnownAccounts): Promise<void> {
  await browser.storage.local.set({ [KEY]: known });
  reading = Promise.resolve(known);
}
