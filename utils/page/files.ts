import { LIMITS, type PageSignals } from '../landing/page-signals.ts';
import { accountIn } from './accounts.ts';
import { hostIn } from './addresses.ts';

/** Notes a script or style sheet that the page has loaded: it is built on its host. */
export function noteSource(signals: PageSignals, own: string, address: string): void {
  const host = noteFile(signals, own, address);
  if (host === null) return;
  const { builtOn } = signals;
  if (builtOn.length < LIMITS.builtOn && !builtOn.includes(host)) builtOn.push(host);
  noteAccount(signals, host, address);
}

/** Notes any file that the page has loaded: answers its host, unless it is the page's `own`. */
export function noteFile({ assetHosts }: PageSignals, own: string, address: string): string | null {
  const host = hostIn(address);
  if (!host || host === own || host.length > LIMITS.host) return null;
  if (assetHosts.length < LIMITS.assetHosts && !assetHosts.includes(host)) assetHosts.push(host);
  return host;
}

/** Notes the account of an analytics house, or the app, that an address names. */
export function noteAccount({ accounts }: PageSignals, host: string, address: string): void {
  if (accounts.length >= LIMITS.accounts) return;
  const id = accountIn(host, address);
  if (id !== null && !accounts.includes(id)) accounts.push(id);
}
