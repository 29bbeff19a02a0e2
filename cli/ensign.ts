import { stripVTControlCharacters } from 'node:util';
import { defineCommand, renderUsage, runCommand } from 'citty';
import { commandAt } from './command-at.ts';
import { CommandFailure } from './outcome.ts';

const ensign = defineCommand({
  meta: { name: 'ensign', description: 'See what is recorded about an exchange address.' },
  subCommands: {
    list: () => import('./list/command.ts').then((module) => module.list),
  },
});

process.exitCode = await run(process.argv.slice(2));

/** Runs one command line. 0 done, 1 found wrong, 2 misuse; results on stdout, words on stderr. */
async function run(args: string[]): Promise<number> {
  const command = await commandAt(ensign, args);
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(`${plain(await renderUsage(command.command, command.parent), process.stdout)}\n`);
    return 0;
  }
  try {
    await runCommand(ensign, { rawArgs: args });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailure) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof Error && error.name === 'CLIError') {
      const usage = await renderUsage(command.command, command.parent);
      process.stderr.write(plain(`${usage}\n\n${error.message}\n`, process.stderr));
      return 2;
    }
    throw error;
  }
}

/** Colours are for terminals. */
function plain(text: string, stream: { isTTY?: boolean }): string {
  return stream.isTTY ? text : stripVTControlCharacters(text);
}
