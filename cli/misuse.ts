import { parseArgs } from 'node:util';
import type { ArgDef, ArgsDef } from 'citty';
import type { AnyCommand } from './command-at.ts';

/**
 * What is wrong with a command's arguments, in words; null where nothing is, or citty says it. citty itself takes
 * unknown options, surplus words, options for values ('--out --title' => a file '--title') and the lack of a required
 * choice in silence, and 'constructor' for a command.
 */
export async function misuse(command: AnyCommand, rest: string[]): Promise<string | null> {
  if (command.subCommands) return groupMisuse(rest);
  const args: ArgsDef =
    (typeof command.args === 'function' ? await command.args() : await command.args) ?? {};
  const named = Object.entries(args).filter(([, { type }]) => type !== 'positional');
  const options = Object.fromEntries(named.map(([name, { type }]) => [name, optionOf(type)]));
  const { tokens } = parseArgs({ args: rest, options, strict: false, tokens: true, allowNegative: true });
  const given = tokens.filter((token) => token.kind === 'option');
  const unknown = given.find(({ name }) => !known(name, args));
  if (unknown) return `Unknown option ${unknown.rawName}`;
  for (const { name, rawName, value, inlineValue } of given) {
    if (options[name]?.type !== 'string') continue;
    if (value === undefined) return `${rawName} wants a value`;
    if (!inlineValue && /^-./.test(value))
      return `${rawName} wants a value; where it is one: ${rawName}=${value}`;
  }
  const missing = named.find(
    ([name, arg]) => isMissingChoice(arg) && !given.some((one) => one.name === name),
  );
  if (missing) return `Missing required argument: --${missing[0]} (${choices(missing[1])})`;
  const words = tokens.filter((token) => token.kind === 'positional');
  const surplus = words[Object.keys(args).length - named.length];
  return surplus ? `One word too many: ${surplus.value}` : null;
}

/** Of `ensign`, `ensign scan`: what follows is no command of theirs. */
function groupMisuse([first]: string[]): string | null {
  if (first === undefined || first === '--') return null;
  return first.startsWith('-') ? `Unknown option ${first}` : `Unknown command ${first}`;
}

function known(name: string, args: ArgsDef): boolean {
  const bare = name.startsWith('no-') ? name.slice(3) : name;
  return Object.hasOwn(args, name) || args[bare]?.type === 'boolean';
}

function optionOf(type: string | undefined): { type: 'boolean' | 'string' } {
  return { type: type === 'boolean' ? 'boolean' : 'string' };
}

function isMissingChoice(arg: ArgDef): boolean {
  return arg.type === 'enum' && arg.required === true && arg.default === undefined;
}

function choices(arg: ArgDef): string {
  return arg.type === 'enum' ? (arg.options ?? []).join(', ') : '';
}
