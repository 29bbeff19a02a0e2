import { stripVTControlCharacters } from 'node:util';
import { defineCommand, renderUsage, runCommand } from 'citty';
import { type AnyCommand, commandAt } from './command-at.ts';
import { misuse } from './misuse.ts';
import { CommandFailure } from './outcome.ts';

const ensign = defineCommand({
  meta: { name: 'ensign', description: 'See what is recorded about an exchange address.' },
  subCommands: {
    scan: () => import('./scan/command.ts').then((module) => module.scan),
    eval: () => import('./eval/command.ts').then((module) => module.evaluate),
    flags: () => import('./flags/command.ts').then((module) => module.flags),
    list: () => import('./list/command.ts').then((module) => module.list),
  },
});

process.exitCode = await run(process.argv.slice(2));

/** Runs one command line. 0 done, 1 found wrong, 2 misuse; results on stdout, words on stderr. */
async function run(args: string[]): Promise<number> {
  const { command, parent, rest } = await commandAt(ensign, args);
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(await usage(command, parent, process.stdout));
    return 0;
  }
  try {
    const wrong = await misuse(command, rest);
    if (wrong !== null) throw new CommandFailure(wrong, 2);
    await runCommand(ensign, { rawArgs: args });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailure) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof Error && error.name === 'CLIError') {
      const message = stripVTControlCharacters(error.message);
      process.stderr.write(`${await usage(command, parent, process.stderr)}\n${message}\n`);
      return 2;
    }
    throw error;
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
