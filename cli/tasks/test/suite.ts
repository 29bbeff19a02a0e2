import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from './command.ts';
import type { How, Outcome } from './stage.ts';

/** The part of vitest's JSON report that is counted. */
interface Report {
  testResults: { name: string; status: string; message?: string; assertionResults: Assertion[] }[];
}

interface Assertion {
  status: string;
  fullName?: string;
  failureMessages?: string[];
}

const REPORTS = '.cache/test';

/** More failed files than this are no accident of timing. */
const MOST_AGAIN = 3;

interface SuiteOptions extends How {
  limitMs: number;
  /** What its report is called, where the script is also run otherwise at the same time. */
  called?: string;
  /** Which of its files run, as vitest's filters; all without it. */
  files?: string[];
  /** Filters of files that are left out. */
  without?: string[];
  /** Beside the browser tests it takes its full share of processor time: it drives browsers itself. */
  eager?: boolean;
  /**
   * Runs each failed file once more by itself. One that passes then counts as passed and is named as unsteady
   * (docs/decisions/0010-an-unsteady-browser-test-is-named.md).
   */
  again?: boolean;
}

/**
 * Runs a vitest suite by a script of package.json, showing its progress unless it is beside another, and counts
 * its tests by vitest's JSON report. A file that fails without a failed test (it did not load) counts as one
 * failure, and so does a suite that ends without a report or with nothing in it.
 */
export async function runSuite(
  script: string,
  { files = [], again = false, ...options }: SuiteOptions,
): Promise<Outcome> {
  const first = await runFiles(script, files, options);
  if ('problem' in first) return { passed: 0, failed: 1, output: first.problem };
  const failed = failedFiles(first);
  const second =
    again && failed.length > 0 && failed.length <= MOST_AGAIN
      ? await runFiles(script, failed, options)
      : null;
  const report = second && !('problem' in second) ? taken(first, second) : first;
  const counts = count(report);
  const unsteady = failed
    .filter((name) => !failedFiles(report).includes(name))
    .map((name) => relative('.', name));
  if (first.code !== 0 && counts.failed === 0 && unsteady.length === 0) {
    // An error outside of any test stands in no report.
    const shown = options.beside ? first.output : '';
    return { ...counts, failed: 1, output: `${shown}${script} ended with ${first.code}` };
  }
  const passedLater = first.testResults.filter(({ name }) => unsteady.includes(relative('.', name)));
  const firstFailures = failures({ testResults: passedLater }).map((one) => `${one} (passed later)`);
  return {
    ...counts,
    output: options.beside ? first.output : '',
    unsteady,
    failures: [...failures(report), ...firstFailures],
  };
}

type Ran = Report & { code: number | null; output: string };

async function runFiles(
  script: string,
  files: string[],
  { limitMs, beside, called = script, without = [], eager = false }: SuiteOptions,
): Promise<Ran | { problem: string }> {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${called}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const filters = [...files, ...without.map((filter) => `--exclude=${filter}`)];
  const command: [string, ...string[]] = ['npm', 'run', '--silent', script, '--', ...filters, ...reporters];
  const ended = await runCommand(command, { limitMs, live: !beside, idle: beside && !eager });
  if (ended.late) return { problem: `${script} stopped after ${limitMs / 1000} s` };
  const report = read(file);
  return report
    ? { ...report, code: ended.code, output: ended.output }
    : { problem: `${script} ended without a report` };
}

function failedFiles({ testResults }: Report): string[] {
  return testResults.filter((one) => one.status === 'failed').map((one) => one.name);
}

/** The first report with the files that ran again as they came out the second time. */
export function taken(first: Report, second: Report): Report {
  const later = new Map(second.testResults.map((one) => [one.name, one]));
  return { testResults: first.testResults.map((one) => later.get(one.name) ?? one) };
}

/** A line for each failed test, and for each file that failed without one. */
export function failures({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = relative('.', name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages = [] }) => `${file}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`,
    );
  });
}

const firstLine = (text: string): string => text.split('\n')[0]!.slice(0, 300);

/** Tests passed and failed; skipped ones are neither. */
export function count(report: Report): { passed: number; failed: number } {
  let passed = 0;
  let failed = report.testResults.length === 0 ? 1 : 0;
  for (const { status, assertionResults } of report.testResults) {
    const failures = assertionResults.filter((test) => test.status === 'failed').length;
    passed += assertionResults.filter((test) => test.status === 'passed').length;
    failed += status === 'failed' ? Math.max(failures, 1) : failures;
  }
  return { passed, failed };
}

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`No report of the suite: ${String(error)}`);
    return null;
  }
}
