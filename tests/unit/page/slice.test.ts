import { describe, expect, it, vi } from 'vitest';
import { type Clock, runInSlices, SLICE_MS, TOTAL_MS } from '../../../utils/page/slice.ts';

/** Each step takes a millisecond; rests are kept for the test to end. */
function bench() {
  let time = 0;
  let steps = 0;
  const rests: (() => void)[] = [];
  const clock: Clock = {
    now: () => time,
    after(_, task) {
      rests.push(task);
      return () => {
        rests.length = 0;
      };
    },
  };
  function* work(count: number): Generator<void, void> {
    for (let i = 0; i < count; i++) {
      time++;
      steps++;
      yield;
    }
  }
  return { clock, work, rests, steps: () => steps };
}

describe('runInSlices', () => {
  it('does short work at once', () => {
    const { clock, work, rests } = bench();
    let done = 0;
    runInSlices(work(2), clock, () => done++);
    expect([done, rests.length]).toEqual([1, 0]);
  });

  it('rests after each slice', () => {
    const { clock, work, rests, steps } = bench();
    let done = 0;
    runInSlices(work(3 * SLICE_MS), clock, () => done++);
    expect([done, steps(), rests.length]).toEqual([0, SLICE_MS, 1]);
    while (rests.length > 0) rests.shift()?.();
    expect([done, steps()]).toEqual([1, 3 * SLICE_MS]);
  });

  it('gives up when all slices together have taken their time', () => {
    const { clock, work, rests, steps } = bench();
    let done = 0;
    runInSlices(work(10 * TOTAL_MS), clock, () => done++);
    while (rests.length > 0) rests.shift()?.();
    expect(done).toBe(1);
    expect(steps()).toBeLessThanOrEqual(TOTAL_MS);
  });

  it('takes a step that fails for the last', () => {
    const said = vi.spyOn(console, 'debug').mockReturnValue();
    const { clock, rests } = bench();
    function* failing(): Generator<void, void> {
      yield;
      throw new Error('too deep');
    }
    let done = 0;
    runInSlices(failing(), clock, () => done++);
    expect([done, rests.length, said.mock.calls.length]).toEqual([1, 0, 1]);
  });

  it('can be stopped', () => {
    const { clock, work, rests } = bench();
    let done = 0;
    runInSlices(work(3 * SLICE_MS), clock, () => done++)();
    expect([done, rests.length]).toEqual([0, 0]);
  });
});
