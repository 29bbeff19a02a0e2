import { describe, expect, test } from 'vitest';
import { count } from '../../../cli/tasks/test/suite.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'x.test.ts',
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe("a suite's count", () => {
  test.each([
    ['tests passed and failed', [file('failed', 'passed', 'failed', 'passed')], 2, 1],
    ['skipped ones are neither', [file('passed', 'passed', 'pending', 'skipped', 'todo')], 1, 0],
    ['a file that did not load is a failure', [file('failed'), file('passed', 'passed')], 1, 1],
    ['a file whose hook failed is a failure', [file('failed', 'passed')], 1, 1],
    ['a suite with nothing in it is a failure', [], 0, 1],
  ])('%s', (_, testResults, passed, failed) => {
    expect(count({ testResults })).toEqual({ passed, failed });
  });
});
