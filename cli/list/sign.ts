import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { sign as signBytes } from '../../utils/list/signature.ts';
import { CommandFailure } from '../outcome.ts';
import { readBytes } from './read-snapshot.ts';
import { readSecretKey } from './secret-key.ts';

/** `ensign list sign FILE --key SECRET [--out SIGNATURE] [--comment TEXT]` */
export const sign = defineCommand({
  meta: {
    name: 'sign',
    description: 'Sign a file as `minisign -S -l` does (password in ENSIGN_KEY_PASSWORD)',
  },
  args: {
    file: { type: 'positional', description: 'What to sign', required: true },
    key: { type: 'string', description: 'minisign secret key', required: true, valueHint: 'FILE' },
    out: { type: 'string', description: 'The signature; FILE.minisig by default', valueHint: 'FILE' },
    comment: { type: 'string', description: 'Trusted comment, one line, signed too', valueHint: 'TEXT' },
  },
  async run({ args }) {
    const comment = args.comment ?? `timestamp:${Math.floor(Date.now() / 1000)}`;
    if (/[\r\n]/.test(comment)) throw new CommandFailure('a trusted comment is one line', 2);
    const signature = await signBytes(await readBytes(args.file), await readSecretKey(args.key), comment);
    const out = args.out ?? `${args.file}.minisig`;
    await writeFile(out, signature);
    process.stdout.write(`${out}\n`);
  },
});
