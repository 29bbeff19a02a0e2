import type { DropReason } from './decision.ts';

/**
 * What an error code of webRequest or webNavigation means:
 * 'net::ERR_CERT_AUTHORITY_INVALID', 'Error code 2153390067', 'The certificate is not trusted …' => certificate;
 * 'net::ERR_ABORTED', 'NS_BINDING_ABORTED', 'Error code 2152398850' => aborted; all others => failed.
 * An aborted navigation that had an answer was one that shows nothing: a download, or 204.
 */
export function dropReason(error: string, status: number | null): DropReason {
  if (isAbort(error)) return reasonByStatus(status) ?? 'aborted';
  const code = firefoxCode(error);
  if (code !== null) return firefoxModule(code) === SECURITY_MODULE ? 'certificate' : 'failed';
  if (error.startsWith('net::')) return /CERT|SSL/.test(error) ? 'certificate' : 'failed';
  // Firefox's webRequest names every error but those of security: these are sentences in the user's language.
  return error === '' || error.startsWith('NS_') ? 'failed' : 'certificate';
}

/** The end of a navigation that was answered and committed nothing. null: there was no answer. */
export function reasonByStatus(status: number | null): DropReason | null {
  if (status === null) return null;
  return status === 204 || status === 205 ? 'no content' : 'download';
}

/** The navigation was ended without an error page. */
export function isAbort(error: string): boolean {
  return /ABORT/.test(error) || firefoxCode(error) === NS_BINDING_ABORTED;
}

/** Firefox's webNavigation tells an abort for the first address of every 302, so there it ends nothing. */
export function isEmptyAbort(error: string): boolean {
  return firefoxCode(error) === NS_BINDING_ABORTED;
}

/** nsresult 0x804b0002. */
const NS_BINDING_ABORTED = 2_152_398_850;
/** NS_ERROR_MODULE_SECURITY (21) + NS_ERROR_MODULE_BASE_OFFSET (0x45), xpcom/base/ErrorList.py. */
const SECURITY_MODULE = 21 + 0x45;

function firefoxCode(error: string): number | null {
  const match = /^Error code (\d+)$/.exec(error);
  return match ? Number(match[1]) : null;
}

function firefoxModule(code: number): number {
  return (code >>> 16) & 0x1fff;
}
