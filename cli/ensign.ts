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
    process.stdout.write(`${await renderUsage(command.command, command.parent)}\n`);
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
      process.stderr.write(`${await renderUsage(command.command, command.parent)}\n\n${error.message}\n`);
      return 2;
    }
    throw error;
  }
}
