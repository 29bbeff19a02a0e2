import type { How, Result, Stage } from './stage.ts';

type Perform = (stage: Stage, how: How) => Promise<Result>;

/**
 * Performs stages so that none waits without need: browsers are waited for most of the time, and what needs none of
 * them, or no quiet machine, is performed meanwhile. Where the last stage can itself be beside another, all come one
 * after the other. `perform` must not throw.
 * @returns results in the order of the stages
 */
export async function performInOrder(stages: Stage[], perform: Perform): Promise<Result[]> {
  const results = new Map<Stage, Result>();
  const oneByOne = async (some: Stage[], how: How): Promise<void> => {
    for (const stage of some) results.set(stage, await perform(stage, how));
  };
  const last = stages.at(-1);
  if (!last || last.canBeBeside) await oneByOne(stages, { beside: false });
  else {
    const of = (when: Stage['canBeBeside']) =>
      stages.filter((stage) => stage !== last && stage.canBeBeside === when);
    const built = oneByOne(of(undefined), { beside: false });
    const atOnce = oneByOne(of('at once'), { beside: true });
    const whenBuilt = Promise.all([built, atOnce]).then(() => oneByOne(of('when built'), { beside: true }));
    await Promise.all([whenBuilt, built.then(() => oneByOne([last], { beside: false }))]);
  }
  return stages.map((stage) => results.get(stage)!);
}
