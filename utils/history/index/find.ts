import type { FlagQuery } from '../flag-query.ts';
import { FINDING_KINDS, FLAG_ACTIONS } from '../flag-words.ts';
import { dayName, dayNumber } from './entry.ts';
import type { FlagIndex } from './flag-index.ts';

export interface Matches {
  /** Slots of the matching flags, newest first. */
  slots: Uint32Array<ArrayBuffer>;
  /** Matches a local day in the order of the slots. */
  days: { day: string; flags: number }[];
}

/** All matching flags. One pass over each distinct string, one over the columns. */
export function findFlags(index: FlagIndex, query: FlagQuery): Matches {
  const { columns, order } = index;
  const wants = testsOf(index, query);
  const slots = new Uint32Array(order.length);
  let found = 0;
  const days: { number: number; flags: number }[] = [];
  for (let at = order.length - 1; at >= 0; at--) {
    const slot = order[at] as number;
    if (!wants.every((want) => want(slot))) continue;
    slots[found++] = slot;
    const day = columns.day[slot] as number;
    const last = days.at(-1);
    if (last?.number === day) last.flags += 1;
    else days.push({ number: day, flags: 1 });
  }
  return {
    slots: slots.slice(0, found),
    days: days.map(({ number, flags }) => ({ day: dayName(number), flags })),
  };
}

type SlotTest = (slot: number) => boolean;

/** One test for each part of the query that asks for something, the cheapest first. */
function testsOf(index: FlagIndex, query: FlagQuery): SlotTest[] {
  const { columns, sets } = index;
  const tests: SlotTest[] = [];
  if (query.kind !== null) {
    const bit = 1 << FINDING_KINDS.indexOf(query.kind);
    tests.push((slot) => ((columns.kinds[slot] as number) & bit) !== 0);
  }
  if (query.action !== null) {
    const action = FLAG_ACTIONS.indexOf(query.action);
    tests.push((slot) => columns.action[slot] === action);
  }
  if (query.listVersion !== null) tests.push((slot) => columns.listVersion[slot] === query.listVersion);
  if (query.from !== null) {
    const from = dayNumber(query.from);
    tests.push((slot) => (columns.day[slot] as number) >= from);
  }
  if (query.to !== null) {
    const to = dayNumber(query.to);
    tests.push((slot) => (columns.day[slot] as number) <= to);
  }
  if (query.exchange !== null) {
    const holds = sets.setsWith(sets.stringsWhere((text) => text === query.exchange));
    tests.push((slot) => holds[columns.exchanges[slot] as number] === 1);
  }
  if (query.domain !== null) {
    const { domain } = query;
    const under = sets.stringsWhere((text) => text === domain || text.endsWith(`.${domain}`));
    tests.push(
      (slot) => under[columns.host[slot] as number] === 1 || under[columns.domain[slot] as number] === 1,
    );
  }
  for (const word of query.text.toLowerCase().split(/\s+/))
    if (word !== '') tests.push(holdsWord(index, word));
  return tests;
}

function holdsWord({ columns, sets }: FlagIndex, word: string): SlotTest {
  const texts = sets.stringsWhere((text) => text.includes(word));
  const words = sets.setsWith(texts);
  return (slot) =>
    texts[columns.host[slot] as number] === 1 ||
    texts[columns.hostUnicode[slot] as number] === 1 ||
    words[columns.words[slot] as number] === 1;
}
