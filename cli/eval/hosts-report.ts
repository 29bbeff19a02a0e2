import type { HostsReport, Share } from './hosts.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;

/** Markdown: recall by set and technique, precision, false alarms and wrong names by host; misses where asked for. */
export function hostsReport(report: HostsReport, misses: boolean): string {
  const lines = [
    '| set | technique | hosts | recall | at high confidence | right exchange |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  for (const [set, share] of Object.entries(report.sets)) {
    lines.push(row(set, 'all', share));
    const techniques = Object.entries(report.techniques[set] ?? {});
    if (techniques.length > 1)
      for (const [technique, part] of techniques) lines.push(row(set, technique, part));
  }
  lines.push(
    '',
    '| quiet set | hosts | false alarms | in 100,000 | at high confidence |',
    '| --- | --- | --- | --- | --- |',
  );
  for (const [set, { hosts, alarms }] of Object.entries(report.quiet)) {
    const high = alarms.filter(({ match }) => match.confidence === 'high').length;
    const rate = hosts === 0 ? '–' : ((100_000 * alarms.length) / hosts).toFixed(1);
    lines.push(`| ${set} | ${hosts} | ${alarms.length} | ${rate} | ${high} |`);
  }
  lines.push('', precision(report), '');
  for (const [set, { alarms }] of Object.entries(report.quiet)) {
    for (const { host, match } of alarms) {
      lines.push(
        `- ${set}: ${host} → ${match.exchange} (${match.techniques.join(', ')}; ${match.confidence})`,
      );
    }
  }
  for (const { host, brand, exchange } of report.wrong)
    lines.push(`- named ${exchange}, labelled ${brand}: ${host}`);
  if (misses)
    for (const { set, host, brand } of report.misses) lines.push(`- missed, ${set}: ${host} (${brand})`);
  return `${lines.join('\n')}\n`;
}

function row(set: string, technique: string, share: Share): string {
  const { hosts, hits, high, right, named } = share;
  return `| ${set} | ${technique} | ${hosts} | ${percent(hits, hosts)} | ${percent(high, hosts)} | ${percent(right, named)} |`;
}

/** Hits among hits and alarms; it depends on how the folder mixes its sets. */
function precision(report: HostsReport): string {
  const shares = Object.values(report.sets);
  const quiet = Object.values(report.quiet).flatMap(({ alarms }) => alarms);
  const of = (hits: number, alarms: number) => percent(hits, hits + alarms);
  const sum = (pick: (share: Share) => number) => shares.reduce((total, share) => total + pick(share), 0);
  const high = quiet.filter(({ match }) => match.confidence === 'high').length;
  return `Precision over these sets: ${of(
    sum((s) => s.hits),
    quiet.length,
  )} in all, ${of(
    sum((s) => s.high),
    high,
  )} at high confidence.`;
}
