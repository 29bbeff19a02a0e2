import type { Decision } from '../../../utils/navigation/decision.ts';
import { step } from '../../../utils/navigation/machine.ts';
import { type Journeys, NO_JOURNEYS, restoreJourneys } from '../../../utils/navigation/state.ts';

/** Feeds events to the machine, the state going through JSON between any two, as through storage.session. */
export function travel(events: unknown[], from: Journeys = NO_JOURNEYS) {
  let state = from;
  const decisions: Decision[] = [];
  for (const event of events) {
    const next = step(state, event);
    state = restoreJourneys(JSON.parse(JSON.stringify(next.state)));
    decisions.push(...next.decisions);
  }
  return { state, decisions };
}

/** Decisions in short: what a reader of a test needs, without the early looks. */
export function story(decisions: Decision[]): string[] {
  return decisions.filter((one) => one.kind !== 'judge').map(told);
}

function told(decision: Decision): string {
  switch (decision.kind) {
    case 'visit':
    case 'retold': {
      const way = decision.chain.map((hop, index) => (index === 0 ? hop.url : `-${hop.by}-> ${hop.url}`));
      return `${decision.kind} ${decision.how}: ${way.join(' ')}`;
    }
    case 'dropped':
      return `dropped ${decision.reason}: ${decision.url}`;
    case 'elsewhere':
      return `elsewhere, ${decision.why}: ${decision.url}`;
    case 'malformed':
      return `malformed ${decision.field}`;
    default:
      return `${decision.kind}: ${decision.url}`;
  }
}
