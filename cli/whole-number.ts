import { CommandFailure } from './outcome.ts';

const MOST = Number.MAX_SAFE_INTEGER;

/**
 * The whole number that an option was given. '07' => 7; '', 'abc', '-1', '1.5', '1e3' are none.
 * @throws CommandFailure also for one out of bounds, both inclusive
 */
export function wholeNumber(text: string, option: string, { from = 1, to = MOST } = {}): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  const bounds = to === MOST ? `from ${from}` : `from ${from} to ${to}`;
  throw new CommandFailure(`${option} wants a whole number ${bounds}`, 2);
}
