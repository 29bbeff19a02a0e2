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
  const finding = findings.find(aboutHost);
  return JSON.stringify({
    input: line,
    host: host.ascii,
    registrable_domain: host.registrable,
    verdict: finding?.kind ?? 'none',
    tier,
    exchange: finding?.exchange.id ?? null,
    ...likeness(finding),
  });
}

function aboutHost(finding: Finding): finding is HostFinding {
  return finding.kind === 'listed' || finding.kind === 'reported' || finding.kind === 'lookalike';
}

/** Score: a lookalike's own; 1 where the list says it, whatever the row's strength (that is the tier's word). */
function likeness(finding: HostFinding | undefined): {
  target: string | null;
  techniques: string[];
  score: number;
} {
  if (finding?.kind !== 'lookalike') return { target: null, techniques: [], score: finding ? 1 : 0 };
  const { target, techniques, score } = finding.match;
  return { target, techniques, score };
}
