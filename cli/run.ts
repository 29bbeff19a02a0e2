import { stripVTControlCharacters } from 'node:util';
import { defineCommand, renderUsage, runCommand } from 'citty';
import { type AnyCommand, commandAt } from './command-at.ts';
import { misuse } from './misuse.ts';
import { CommandFailure } from './outcome.ts';
import { readerLeft } from './output-fault.ts';
import { isSystemError, systemFault } from './system-fault.ts';

const ensign = defineCommand({
  meta: { name: 'ensign', description: 'See what is recorded about an exchange address.' },
  subCommands: {
    scan: () => import('./scan/command.ts').then((module) => module.scan),
    eval: () => import('./eval/command.ts').then((module) => module.evaluate),
    flags: () => import('./flags/command.ts').then((module) => module.flags),
    list: () => import('./list/command.ts').then((module) => module.list),
  },
});

/**
 * Runs one command line. 0 done, 1 found wrong, 2 called wrongly, or what it names cannot be read or written; results
 * on stdout, words on stderr.
 * @param unwritten what befell standard output so far, and was said already
 */
export async function run(args: string[], unwritten: () => Error | null = () => null): Promise<number> {
  const { command, parent, rest } = await commandAt(ensign, args);
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(await usage(command, parent, process.stdout));
    return 0;
  }
  const refused = async (words: string) => {
    process.stderr.write(`${await usage(command, parent, process.stderr)}\n${words}\n`);
    return 2;
  };
  try {
    const wrong = await misuse(command, rest);
    if (wrong !== null) return await refused(wrong);
    await runCommand(ensign, { rawArgs: args });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailure) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof Error && error.name === 'CLIError') {
      return await refused(stripVTControlCharacters(error.message));
    }
    if (readerLeft(error)) return 0;
    if (error === unwritten()) return 2;
    if (!isSystemError(error)) throw error;
    process.stderr.write(`${systemFault(error)}\n`);
    return 2;
  }
}

/** A command's help, coloured for terminals alone. */
async function usage(
  command: AnyCommand,
  parent: AnyCommand | undefined,
  to: NodeJS.WriteStream,
): Promise<string> {
  const text = await renderUsage(command, parent);
  return `${to.isTTY ? text : stripVTControlCharacters(text)}\n`;
}
