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

/** How a stage is run. */
export interface How {
  /** Beside the browser tests of the last stage: it says nothing until its end. */
  beside: boolean;
}

export interface Stage {
  name: string;
  /** What is checked, in a few words. */
  title: string;
  /**
   * It needs no quiet machine, and so can run while the browsers of the last stage are waited for; at once, where it
   * does not need what was built either.
   */
  canBeBeside?: 'at once' | 'when built';
  run(how: How): Promise<Outcome>;
}

/** A stage's outcome with the time it took. */
export interface Result extends Outcome {
  name: string;
  milliseconds: number;
}
