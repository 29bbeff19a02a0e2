import type { Finding, Verdict } from '../../utils/verdict/finding.ts';
import type { JudgedPage } from './popup.ts';

type Leading = Exclude<Finding, { kind: 'operations' }>;

/**
 * What a verdict comes to on screen: its strongest finding in front, the others beside it.
 * A danger goes before a listing: a lapsed name that was reported is shown as reported.
 * `operations` never leads: alone it is a page with nothing found.
 */
export function pageState(verdict: Verdict): JudgedPage {
  const { host, findings, ignored } = verdict;
  const leading = findings.find((one): one is Leading => one.kind !== 'operations');
  if (leading === undefined) return { state: 'notListed', host, also: findings, ignored };
  const also = findings.filter((one) => one !== leading);
  return { state: leading.kind, finding: leading, host, also, ignored } as JudgedPage;
}

/**
 * Whether a verdict says what there is to say of its page: the page was read, or its host alone is shown as something.
 * That nothing was found says nothing of a page that Ensign may not read.
 * @param marks what the page showed; null while it has not been read
 */
export function saysAll({ findings, ignored }: Verdict, marks: unknown): boolean {
  return marks !== null || findings.length + ignored.length > 0;
}

/** Whether a tab at `shown` is still at the host that was judged; a browser that tells no address does not contradict. */
export function isSameHost(judged: string, shown: string): boolean {
  return shown === '' || URL.parse(judged)?.host === URL.parse(shown)?.host;
}
