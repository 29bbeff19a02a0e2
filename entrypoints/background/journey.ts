import type { Decision } from '../../utils/navigation/decision.ts';
import { step } from '../../utils/navigation/machine.ts';
import { showBadge } from './badge.ts';
import { noteArrival, warnInPlace } from './early-warning.ts';
import { inOrder, warnInOrder } from './in-order.ts';
import { keep, keepSoon, tabKey } from './kept-session.ts';
import { show } from './left-documents.ts';
import { report } from './report.ts';
import { session } from './session.ts';
import { moveInPage, retell, showAgain, visit } from './tab-document.ts';
import type { Owed, Session } from './tab-state.ts';
import { warningAt } from './tab-warnings.ts';
import { titleFor } from './words.ts';

type Elsewhere = Extract<Decision, { kind: 'elsewhere' }>;

let noting: Promise<unknown> = Promise.resolve();

/** Once all events that came so far are noted. */
export async function eventsTold(): Promise<void> {
  await noting;
}

/**
 * Hands one event of the browser to the state machine and carries out what it decides. That may wait for the list:
 * a worker that does not live so long leaves it to the next.
 */
export function onNavigation(event: unknown): Promise<void> {
  const noted = noting.then(async () => {
    const state = await session();
    const { state: journeys, decisions } = step(state.journeys, event);
    const changed = journeys !== state.journeys;
    state.journeys = journeys;
    state.owed.push(...decisions.filter(outlives));
    if (changed) keepSoon(state, 'journeys', 'owed');
    return { state, decisions };
  });
  noting = noted.catch(report);
  return noted.then(({ state, decisions }) => {
    const early = decisions.filter(({ kind }) => kind === 'judge' || kind === 'elsewhere');
    const warned = warnInOrder(async () => {
      await each(early, (decision) => carryOutEarly(state, decision));
    }).catch(() => undefined);
    return inOrder(async () => {
      // Its queue reports a failure; the page's other work goes on.
      await warned;
      try {
        await each(decisions, (decision) => carryOut(state, decision));
      } finally {
        // Debts are for the next worker where this one is ended; what failed would fail upon another page then.
        settle(state, decisions.filter(outlives));
      }
    });
  });
}

/** Carries out what an earlier worker of this browser session decided and did not live to do. */
export async function payDebts(): Promise<void> {
  const state = await session();
  const debts = state.inherited;
  state.inherited = [];
  await inOrder(async () => {
    for (const decision of debts) {
      await carryOut(state, decision).catch(report);
      // One by one: a worker that does not live to pay them all must leave the next one less to do.
      settle(state, [decision]);
      await keep(state);
    }
  });
}

/** Tries each: those of one event are of many tabs. @throws as the first that failed, once all were tried */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((cause: unknown) => failures.push(cause));
  for (const cause of failures.slice(1)) report(cause);
  if (failures.length > 0) throw failures[0];
}

function settle(state: Session, done: Owed[]): void {
  if (done.length === 0) return;
  state.owed = state.owed.filter((decision) => !done.includes(decision));
  keepSoon(state, 'owed');
}

/** Early looks are of the moment; all else must be done even if late. */
function outlives(decision: Decision): decision is Owed {
  return decision.kind !== 'judge' && decision.kind !== 'dropped' && decision.kind !== 'malformed';
}

async function carryOutEarly(state: Session, decision: Decision): Promise<void> {
  if (decision.kind === 'judge') await warnInPlace(state, decision);
  if (decision.kind === 'elsewhere') noteArrival(state, decision);
}

async function carryOut(state: Session, decision: Decision): Promise<void> {
  switch (decision.kind) {
    case 'visit':
      return visit(state, decision);
    case 'shownAgain':
      return showAgain(state, decision);
    case 'inPage':
      return moveInPage(state, decision);
    case 'retold':
      return retell(state, decision);
    case 'elsewhere':
      return leaveTheWeb(state, decision);
    case 'malformed':
      return console.error(`navigation event without ${decision.field}`);
    // Warned of already, ahead of all this.
    case 'judge':
    case 'dropped':
      return;
  }
}

/** A page that cannot be checked; the extension's own warning keeps the badge of what it warns of. */
async function leaveTheWeb(state: Session, { tabId, why, url }: Elsewhere): Promise<void> {
  show(state, tabId, { elsewhere: why, url });
  keepSoon(state, tabKey(tabId));
  const tier = warningAt(state, tabId, url)?.verdict.tier ?? 'unknown';
  return showBadge(tabId, tier, await titleFor(tier), 'unknown');
}
