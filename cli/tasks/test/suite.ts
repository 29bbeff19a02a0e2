import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { Outcome } from './stage.ts';

/** The part of vitest's JSON report that is counted. */
interface Report {
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string }[] }[];
}

const REPORTS = '.cache/test';

/**
 * Runs a vitest suite by a script of package.json, showing its progress, and counts its tests by vitest's JSON
 * report. A file that fails without a failed test (it did not load) counts as one failure,
 * and so does a suite that ends without a report or with nothing in it.
 */
export async function runSuite(script: string, limitMs: number): Promise<Outcome> {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${script}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await runCommand(['npm', 'run', '--silent', script, '--', ...reporters], {
    limitMs,
    live: true,
  });
  const report = read(file);
  if (report === null || ended.late) {
    const reason = ended.late ? `stopped after ${limitMs / 1000} s` : 'ended without a report';
    return { passed: 0, failed: 1, output: `${script} ${reason}` };
  }
  const counts = count(report);
  const silentFailure = ended.code !== 0 && counts.failed === 0;
  if (silentFailure) return { ...counts, failed: 1, output: `${script} ended with ${ended.code}` };
  return { ...counts, output: '' };
}

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
