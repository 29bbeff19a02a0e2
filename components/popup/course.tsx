import type { LineageEdge } from '../../utils/exchange/record.ts';
import type { ListedFinding } from '../../utils/verdict/finding.ts';
import { displayable } from '../address/displayable.ts';
import { exchangeName } from '../explain/exchange-name.ts';
import { Text } from '../i18n/say.tsx';

/** Stops that fit one line of the popup; the lineage page has all. */
const STOPS = 4;

interface Stop {
  name: string;
  /** Year in which this name came, where an edge states one. */
  since: string | null;
  here: boolean;
}

/** The lineage in one line: which name became which, up to the last. */
export function Course({ finding }: { finding: ListedFinding }) {
  const stops = courseOf(finding.lineage, finding.name);
  if (stops.length < 2) return null;
  return (
    <section class="part">
      <h2>
        <Text k="lineage_of" name={exchangeName(finding.exchange)} />
      </h2>
      <ol class="course">
        {stops.map((stop, index) => (
          <li
            key={`${index}`}
            class={stop.here ? 'here' : ''}
            {...(stop.here ? { 'aria-current': 'true' } : {})}
          >
            <bdi dir="ltr">{displayable(stop.name, 40)}</bdi>
            {stop.since === null ? null : (
              <span>
                <Text k="since_year" year={stop.since} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/**
 * The chain of renamings and successions through `name`: only these say that one name became the other.
 * Names come back: huobi.com => huobi.pro => hbg.com => huobi.com => htx.com. So each step is taken once and in
 * the order of time; a step without a year is as old as the one listed before it.
 */
export function courseOf(lineage: readonly LineageEdge[], name: string): Stop[] {
  const steps = datedSteps(lineage);
  const start = steps.some((step) => step.from === name || step.to === name)
    ? name
    : (steps.at(-1)?.to ?? name);
  const used = new Set<Step>();
  const before: Step[] = [];
  for (let at = start, latest = Number.POSITIVE_INFINITY; ; ) {
    const step = steps.find((one) => one.to === at && one.at <= latest && !used.has(one));
    if (step === undefined) break;
    used.add(step);
    before.unshift(step);
    at = step.from;
    latest = step.at;
  }
  const after: Step[] = [];
  for (let at = start, earliest = before.at(-1)?.at ?? 0; ; ) {
    const step = steps.find((one) => one.from === at && one.at >= earliest && !used.has(one));
    if (step === undefined) break;
    used.add(step);
    after.push(step);
    at = step.to;
    earliest = step.at;
  }
  const chain = [...before, ...after];
  const first = chain[0]?.from ?? name;
  return [
    { name: first, since: null, here: first === name },
    ...chain.map((step) => ({ name: step.to, since: step.year, here: step.to === name })),
  ].slice(-STOPS);
}

interface Step {
  from: string;
  to: string;
  /** As the source states it. */
  year: string | null;
  /** The year to order by. */
  at: number;
}

function datedSteps(lineage: readonly LineageEdge[]): Step[] {
  let at = 0;
  const steps: Step[] = [];
  for (const { kind, from, to, year } of lineage) {
    if (kind !== 'renaming' && kind !== 'successor') continue;
    at = year ?? at;
    steps.push({ from, to, year: year === undefined ? null : `${year}`, at });
  }
  return steps;
}
