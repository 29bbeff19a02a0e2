/** What one stage of `npm test` came to. A stage that is no test suite counts as one. */
export interface Outcome {
  passed: number;
  failed: number;
  /** What the stage printed, shown when it failed; empty where it was shown already. */
  output: string;
  /** Files that failed, then passed by themselves. */
  unsteady?: string[];
  /** One line for each failed test: file, name and the first line of what it said. */
  failures?: string[];
}

export interface Stage {
  name: string;
  /** What is checked, in a few words. */
  title: string;
  run(): Promise<Outcome>;
}

/** A stage's outcome with the time it took. */
export interface Result extends Outcome {
  name: string;
  milliseconds: number;
}
