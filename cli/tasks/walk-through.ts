import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export const WALK_THROUGH = 'docs/analysis/walk-through.md';

/** A block of commands with the block of what they print. */
const PAIR = /```sh\n(.*?)```\n\n```text\n.*?```\n/gs;
const MARK = '\u001E';

/**
 * A document with the output of its commands in place: every block of `sh` that a block of `text` follows is run, in
 * order, all in one bash at the project's root. What is printed to standard error stands there as well, and the folder
 * `$W`, which the first block makes, by that name.
 */
export async function withOutputs(document: string): Promise<string> {
  const blocks = [...document.matchAll(PAIR)].map(([, commands]) => commands!);
  const script = blocks.map((commands) => `${commands}\nprintf '${MARK}'`).join('\n');
  const wrapped = `exec 2>&1\ntrap 'printf "%s" "$W"; rm -rf "$W"' EXIT\n${script}\n`;
  const { stdout } = await promisify(execFile)('bash', ['-c', wrapped], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 24,
  });
  const outputs = stdout.split(MARK);
  const folder = outputs.pop() as string;
  return document.replace(PAIR, (_, commands: string) => {
    const output = outputs.shift()!.replaceAll(folder, '$W');
    return `\`\`\`sh\n${commands}\`\`\`\n\n\`\`\`text\n${output}\`\`\`\n`;
  });
}

if (import.meta.main) {
  await writeFile(WALK_THROUGH, await withOutputs(await readFile(WALK_THROUGH, 'utf8')));
}
