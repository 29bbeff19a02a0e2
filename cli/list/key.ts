import { rm, writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { writePublicKey } from '../../utils/list/minisign.ts';
import { CommandFailure } from '../outcome.ts';
import { makeSecretKey } from './secret-key.ts';

/** `ensign list key NAME`: NAME.key (secret) and NAME.pub, as `minisign -G -W` makes them. */
export const key = defineCommand({
  meta: {
    name: 'key',
    description: 'Make a key pair for signing lists (minisign format, without a password)',
  },
  args: { name: { type: 'positional', description: 'Files are NAME.key and NAME.pub', required: true } },
  async run({ args }) {
    const { key: made, text } = makeSecretKey();
    const refuse = (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
      throw new CommandFailure(`${args.name}.key or .pub is there already: they are never overwritten`, 2, {
        cause,
      });
    };
    await writeFile(`${args.name}.key`, text, { mode: 0o600, flag: 'wx' }).catch(refuse);
    await writeFile(`${args.name}.pub`, writePublicKey(made), { flag: 'wx' }).catch(async (cause) => {
      await rm(`${args.name}.key`);
      refuse(cause);
    });
    process.stderr.write(`keep ${args.name}.key secret and in two places; give ${args.name}.pub away\n`);
    process.stdout.write(`${made.keyId}\n`);
  },
});
