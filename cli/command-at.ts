import type { CommandDef } from 'citty';

// biome-ignore lint/suspicious/noExplicitAny: citty's own type of a command with unknown arguments
export type AnyCommand = CommandDef<any>;

/** The command that the leading words name, with its parent and what follows them; as deep as words are commands. */
export async function commandAt(
  root: AnyCommand,
  args: readonly string[],
): Promise<{ command: AnyCommand; parent: AnyCommand | undefined; rest: string[] }> {
  let command = root;
  let parent: AnyCommand | undefined;
  let depth = 0;
  for (const word of args) {
    const children =
      typeof command.subCommands === 'function' ? await command.subCommands() : await command.subCommands;
    const child = children && Object.hasOwn(children, word) ? children[word] : undefined;
    if (!child) break;
    parent = command;
    command = await (typeof child === 'function' ? child() : child);
    depth++;
  }
  return { command, parent, rest: args.slice(depth) };
}
