import { parseArgs } from 'node:util';
import type { ArgsDef } from 'citty';
import type { AnyCommand } from './command-at.ts';

/**
 * What a command does not know among its arguments, in words; null when it knows them all.
 * citty itself takes unknown options and surplus words in silence.
 */
export async function misuse(command: AnyCommand, rest: string[]): Promise<string | null> {
  if (command.subCommands) return null;
  const args: ArgsDef =
    (typeof command.args === 'function' ? await command.args() : await command.args) ?? {};
  const named = Object.entries(args).filter(([, { type }]) => type !== 'positional');
  const options = Object.fromEntries(named.map(([name, { type }]) => [name, optionOf(type)]));
  const { tokens } = parseArgs({ args: rest, options, strict: false, tokens: true, allowNegative: true });
  const unknown = tokens.find((token) => token.kind === 'option' && !known(token.name, args));
  if (unknown?.kind === 'option') return `Unknown option ${unknown.rawName}`;
  const words = tokens.filter((token) => token.kind === 'positional');
  const surplus = words[Object.keys(args).length - named.length];
  return surplus ? `One word too many: ${surplus.value}` : null;
}

function known(name: string, args: ArgsDef): boolean {
  const bare = name.startsWith('no-') ? name.slice(3) : name;
  return Object.hasOwn(args, name) || args[bare]?.type === 'boolean';
}

function optionOf(type: string | undefined): { type: 'boolean' | 'string' } {
  return { type: type === 'boolean' ? 'boolean' : 'string' };
}
