import { defineCommand } from 'citty';
import { acceptList } from '../../utils/list/accept-list.ts';
import type { PublicKey } from '../../utils/list/minisign.ts';
import { verifySignature } from '../../utils/list/signature.ts';
import { CommandFailure } from '../outcome.ts';
import { readText } from '../read-text.ts';
import { readPublicKeys } from './public-keys.ts';
import { readLatest, readPublished } from './publication.ts';
import { isFolder, readBytes } from './read-snapshot.ts';

/** `ensign list verify FILE|DIR --pub KEY[,KEY] [--sig SIGNATURE]` */
export const verify = defineCommand({
  meta: { name: 'verify', description: 'Check a signed file, or a published folder as a reader would' },
  args: {
    path: { type: 'positional', description: 'A file, or a folder made by publish', required: true },
    pub: { type: 'string', description: 'Public keys, at most two', required: true, valueHint: 'KEY' },
    sig: { type: 'string', description: 'The signature; FILE.minisig by default', valueHint: 'FILE' },
  },
  async run({ args }) {
    const keys = await readPublicKeys(args.pub);
    const words = (await isFolder(args.path))
      ? await verifyFolder(args.path, keys)
      : await verifyFile(args.path, args.sig ?? `${args.path}.minisig`, keys);
    process.stdout.write(`${words}\n`);
  },
});

async function verifyFile(file: string, signature: string, keys: readonly PublicKey[]): Promise<string> {
  const bytes = await readBytes(file);
  const text = await readText(signature);
  const outcome = await verifySignature(bytes, text, keys);
  if (outcome.outcome !== 'good') throw new CommandFailure(`${file}: ${outcome.outcome}`, 1);
  return `good\t${outcome.by}\t${outcome.trustedComment}`;
}

async function verifyFolder(folder: string, keys: readonly PublicKey[]): Promise<string> {
  const latest = await readLatest(folder);
  if (!latest) throw new CommandFailure(`nothing is published in ${folder}`, 1);
  const { manifest, snapshot } = await readPublished(folder, latest.version, keys);
  const acceptance = await acceptList(snapshot, manifest, null);
  if (acceptance.outcome !== 'accepted') throw new CommandFailure(`${folder}: ${acceptance.outcome}`, 1);
  return `good\tversion ${manifest.version}\tissued ${manifest.issued}\texpires ${manifest.expires}`;
}
