import { runCommand } from '../test/command.ts';

const LIMIT_MS = 5 * 60_000;

export interface LintReport {
  errors: number;
  /** `code in file`, each. */
  warnings: string[];
  /** All that the linter said. */
  output: string;
}

/** Mozilla's own linter over a Firefox build, unpacked. */
export async function lintFirefox(folder: string): Promise<LintReport> {
  const command = ['web-ext', 'lint', '--source-dir', folder, '--output', 'json'] as const;
  const { output } = await runCommand(['npm', 'exec', '--', ...command], { limitMs: LIMIT_MS });
  const report = JSON.parse(output.slice(output.indexOf('{"')));
  const warnings = report.warnings.map(
    ({ code, file }: { code: string; file: string }) => `${code} in ${file}`,
  );
  return { errors: report.summary.errors, warnings, output };
}
