import { type Host, isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { Finding, Verdict } from '../../utils/verdict/finding.ts';
import type { BadLine } from './lines.ts';

/** The engine as the command sees it: a host in, all claims about it out. */
export type Judge = (host: Host) => Verdict;

type HostFinding = Extract<Finding, { kind: 'listed' | 'reported' | 'lookalike' }>;

/**
 * One line of `ensign scan hosts`, without its line feed: what the strongest finding about the host says.
 * 'okx.com' => {"input":"okx.com","host":"okx.com",…,"verdict":"listed","tier":"notice","exchange":"okx",…};
 * what is no hostname => {"input":"…","error":"…"}.
 */
export function hostLine(line: string | BadLine, judge: Judge): string {
  if (typeof line !== 'string') return JSON.stringify({ input: line.shown, error: line.fault });
  const host = parseHost(line);
  if (isBadHost(host)) return JSON.stringify({ input: line, error: host.fault });
  const { tier, findings } = judge(host);
  const finding = leading(findings.filter(aboutHost));
  const exchange = finding ? JSON.stringify(finding.exchange.id) : 'null';
  return (
    `{"input":${line === host.ascii ? quoted(line) : JSON.stringify(line)},"host":${quoted(host.ascii)},` +
    `"registrable_domain":${host.registrable === null ? 'null' : quoted(host.registrable)},` +
    `"verdict":"${finding?.kind ?? 'none'}","tier":"${tier}","exchange":${exchange},${likeness(finding)}}`
  );
}

/** A canonical hostname has nothing to escape; most lines are quiet ones, and this halves their cost. */
function quoted(ascii: string): string {
  return `"${ascii}"`;
}

function aboutHost(finding: Finding): finding is HostFinding {
  return finding.kind === 'listed' || finding.kind === 'reported' || finding.kind === 'lookalike';
}

/** What the list says of a name comes before likeness: a weak row is still a row, its doubt is in the tier. */
function leading(findings: HostFinding[]): HostFinding | undefined {
  return findings.find(({ kind }) => kind !== 'lookalike') ?? findings[0];
}

/** Score: a lookalike's own; 1 where the list says it, whatever the row's strength (that is the tier's word). */
function likeness(finding: HostFinding | undefined): string {
  if (finding?.kind !== 'lookalike') return `"target":null,"techniques":[],"score":${finding ? 1 : 0}`;
  const { target, techniques, score } = finding.match;
  return JSON.stringify({ target, techniques, score }).slice(1, -1);
}
