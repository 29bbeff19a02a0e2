import type { CommandDef } from 'citty';

// biome-ignore lint/suspicious/noExplicitAny: citty's own type of a command with unknown arguments
type AnyCommand = CommandDef<any>;

/** The command that the leading words name, with its parent; as deep as the words are commands. */
export async function commandAt(
  root: AnyCommand,
  args: readonly string[],
): Promise<{ command: AnyCommand; parent: AnyCommand | undefined }> {
  let command = root;
  let parent: AnyCommand | undefined;
  for (const word of args) {
    const children =
      typeof command.subCommands === 'function' ? await command.subCommands() : await command.subCommands;
    const child = children && Object.hasOwn(children, word) ? children[word] : undefined;
    if (!child) break;
    parent = command;
    command = await (typeof child === 'function' ? child() : child);
  }
  return { command, parent };
}
