import { counted } from '../counted.ts';
import { CommandFailure } from '../outcome.ts';

/** So many are named. */
const NAMED = 50;

/** What is wrong with a labelled folder, by file and line: it is set aside and not counted. */
export class SetFaults {
  readonly said: string[] = [];

  add(place: string, fault: string): void {
    this.said.push(`${place}: ${fault}`);
  }

  /** @throws CommandFailure where there are any: the figures are of the rest */
  refuse(): void {
    const { length } = this.said;
    if (length === 0) return;
    const more = length > NAMED ? [`and ${length - NAMED} more`] : [];
    const sum = `${counted(length, 'fault')}: set aside, and in none of the figures`;
    throw new CommandFailure([...this.said.slice(0, NAMED), ...more, sum].join('\n'), 2);
  }
}
