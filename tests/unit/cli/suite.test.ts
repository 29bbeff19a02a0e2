import { describe, expect, test } from 'vitest';
import { count, failures, taken } from '../../../cli/tasks/test/suite.ts';

const file = (status: string, ...tests: string[]) => named('x.test.ts', status, ...tests);
const named = (name: string, status: string, ...tests: string[]) => ({
  name,
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

test('a file that ran again counts as it came out then, the others as they were', () => {
  const first = [
    named('a', 'passed', 'passed'),
    named('b', 'failed', 'passed', 'failed'),
    named('c', 'failed'),
  ];
  const second = [named('b', 'passed', 'passed', 'passed'), named('c', 'failed', 'failed')];
  expect(count(taken({ testResults: first }, { testResults: second }))).toEqual({ passed: 3, failed: 1 });
});

test('each failure is one line: a failed test by its name, a file that did not load by what it said', () => {
  const failed = {
    name: 'a.test.ts',
    status: 'failed',
    assertionResults: [
      { status: 'passed', fullName: 'fine' },
      { status: 'failed', fullName: 'a name', failureMessages: ['expected 1 to be 2\n    at line 3'] },
    ],
  };
  const unloaded = {
    name: 'b.test.ts',
    status: 'failed',
    message: 'no such module\nmore',
    assertionResults: [],
  };
  expect(failures({ testResults: [failed, unloaded, named('c.test.ts', 'passed', 'passed')] })).toEqual([
    'a.test.ts: a name: expected 1 to be 2',
    'b.test.ts: no such module',
  ]);
});
