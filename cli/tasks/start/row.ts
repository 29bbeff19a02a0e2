import { exchangeOf } from '../../../utils/verdict/explain.ts';
import type { Observation } from './observe.ts';

/**
 * What was seen of a site, in a few words of a table: 'listed, notice: OKX, primary';
 * 'lookalike, danger: Binance, like binance.com (combosquat); warning page'; 'none'.
 */
export function inWords({ page, warned }: Pick<Observation, 'page' | 'warned'>): string {
  return warned ? `${stateInWords(page)}; warning page` : stateInWords(page);
}

function stateInWords(page: Observation['page']): string {
  if (page.state === 'notListed') return 'none';
  if (page.state === 'cannotCheck') return `cannot check: ${page.reason}`;
  if (!('finding' in page)) return page.state;
  const { finding } = page;
  const name = exchangeOf(finding)?.name ?? 'no listed exchange';
  return `${finding.kind}, ${finding.tier}: ${name}${detail(finding)}`;
}

function detail(finding: Extract<Observation['page'], { finding: unknown }>['finding']): string {
  switch (finding.kind) {
    case 'listed': {
      const weak = finding.weaknesses.filter((reason) => reason !== finding.role);
      return `, ${[finding.role, ...weak].join(', ')}`;
    }
    case 'lookalike':
      return `, like ${finding.match.target} (${finding.match.techniques.join(', ')})`;
    case 'landing':
      return `, ${finding.pageKind} page, ${finding.script}`;
    case 'succession':
      return `, ${finding.evidence} from ${finding.from}`;
    default:
      return '';
  }
}

/** Lines of a table with columns as wide as their widest cell (Han characters count two). */
export function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))));
  const line = (row: string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /\p{Script=Han}/u.test(character) ? 2 : 1;
  return columns;
}
