/** Accounts that exchanges' own pages bear, by id: what ties a page of another name to the same hands. */
export type KnownAccounts = Record<string, KnownAccount>;

export interface KnownAccount {
  /** '' once pages of two exchanges bore it: then it is a vendor's and ties nobody. */
  exchange: string;
  /** The listed name on whose page it was seen. */
  name: string;
  /** Local day last seen, YYYY-MM-DD. */
  day: string;
}

const MOST = 300;

/** Adds what a page of a firmly listed name bears; beyond 300 the longest unseen are left out. */
export function rememberAccounts(
  known: KnownAccounts,
  owner: Omit<KnownAccount, 'day'>,
  ids: readonly string[],
  day: string,
): KnownAccounts {
  const added = ids.map((id): [string, KnownAccount] => {
    const earlier = known[id];
    const shared = earlier !== undefined && earlier.exchange !== owner.exchange;
    return [id, { ...owner, exchange: shared ? '' : owner.exchange, day }];
  });
  const all = Object.entries({ ...known, ...Object.fromEntries(added) });
  return Object.fromEntries(all.sort(([, a], [, b]) => (a.day < b.day ? 1 : -1)).slice(0, MOST));
}

/** What is left of the accounts without those that must go. */
export function forgetAccounts(
  known: KnownAccounts,
  goes: (account: KnownAccount) => boolean,
): KnownAccounts {
  return Object.fromEntries(Object.entries(known).filter(([, account]) => !goes(account)));
}
