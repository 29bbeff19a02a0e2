import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { MAX_VALIDITY } from '../../utils/list/manifest-verdict.ts';
import type { PublicKey } from '../../utils/list/minisign.ts';
import type { SigningKey } from '../../utils/list/signature.ts';
import { counted } from '../counted.ts';
import { CommandFailure } from '../outcome.ts';
import { wholeNumber } from '../whole-number.ts';
import { compileList } from './compile.ts';
import { prepareVersion } from './prepare-version.ts';
import { readPublicKeys } from './public-keys.ts';
import { type Published, readLatest, readPublished, versionsIn, writePublication } from './publication.ts';
import { LIST_FOLDER } from './read-records.ts';
import { isFolder, readListFrom } from './read-snapshot.ts';
import { readSecretKey } from './secret-key.ts';

const DAY = 86_400_000;
const MOST_DAYS = MAX_VALIDITY / DAY;

/** `ensign list publish DIR --key SECRET[,SECOND] [--next] [--from LIST] [--keep 5] [--pub OLD]` */
export const publish = defineCommand({
  meta: { name: 'publish', description: 'Add a signed version to a folder that any web host can serve' },
  args: {
    folder: { type: 'positional', description: 'The folder', required: true },
    key: {
      type: 'string',
      description: 'Secret key; two with a comma between while keys change, the new one first',
      required: true,
      valueHint: 'FILE',
    },
    pub: {
      type: 'string',
      description: 'Public keys that earlier versions were signed with, where they are others',
      valueHint: 'KEY',
    },
    from: {
      type: 'string',
      description: 'Folder of records, or a snapshot',
      default: LIST_FOLDER,
      valueHint: 'LIST',
    },
    next: { type: 'boolean', description: 'Take the next version number, issued now', default: false },
    days: {
      type: 'string',
      description: `With --next: how long the version is valid, ${MOST_DAYS} days at most`,
      default: '90',
    },
    keep: {
      type: 'string',
      description: 'How many earlier versions to keep, and to make deltas from (the last 30 at most)',
      default: '5',
    },
  },
  async run({ args }) {
    const keys = await Promise.all(args.key.split(',').map(readSecretKey));
    if (keys.length > 2) throw new CommandFailure('no more than two keys sign', 2);
    const keep = wholeNumber(args.keep, '--keep');
    const days = wholeNumber(args.days, '--days', { to: MOST_DAYS });
    await mkdir(args.folder, { recursive: true });
    const trusted: PublicKey[] = args.pub ? await readPublicKeys(args.pub) : keys;
    const earlier = await readEarlier(args.folder, keep, trusted);
    const last = earlier.at(-1);
    const list = await readListFrom(args.from);
    const dated = args.next ? datedNow(list, last, days) : list;
    process.stderr.write(
      `version ${dated.version}: ${counted(dated.exchanges.length, 'exchange')}, compiling\n`,
    );
    // A snapshot says nothing of attacks: this project's counts serve.
    const snapshot = await compileList(dated, (await isFolder(args.from)) ? args.from : LIST_FOLDER);
    await addVersion(args.folder, snapshot, earlier, keys);
    await prune(args.folder, keep);
  },
});

async function addVersion(
  folder: string,
  snapshot: Uint8Array<ArrayBuffer>,
  earlier: readonly Published[],
  keys: readonly SigningKey[],
): Promise<void> {
  const last = earlier.at(-1);
  if (last && Buffer.compare(last.snapshot, snapshot) === 0) {
    process.stderr.write('nothing new\n');
    return;
  }
  const { manifest, files, pointer } = await prepareVersion({ snapshot, earlier, keys, now: Date.now() });
  await writePublication(folder, manifest.version, files, pointer);
  for (const [path, bytes] of files) process.stdout.write(`${path}\t${bytes.length}\n`);
}

async function readEarlier(folder: string, keep: number, keys: readonly PublicKey[]): Promise<Published[]> {
  const latest = await readLatest(folder);
  if (!latest) return [];
  const versions = (await versionsIn(folder)).filter((version) => version <= latest.version).slice(-keep);
  const earlier: Published[] = [];
  for (const version of versions) {
    process.stderr.write(`reading version ${version}\n`);
    try {
      earlier.push(await readPublished(folder, version, keys));
    } catch (error) {
      // Of older versions only deltas are made; the latest one decides what may follow it.
      if (!(error instanceof CommandFailure) || version === latest.version) throw error;
      process.stderr.write(`no delta from version ${version}: ${error.message}\n`);
    }
  }
  return earlier;
}

function datedNow(list: ListContents, last: Published | undefined, days: number): ListContents {
  const now = Date.now();
  const time = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const version = Math.max(list.version, (last?.manifest.version ?? 0) + 1);
  return { ...list, version, issued: time(now), expires: time(now + days * DAY) };
}

/** The latest version and `keep` before it stay: readers may be in the middle of them. */
async function prune(folder: string, keep: number): Promise<void> {
  for (const version of (await versionsIn(folder)).slice(0, -(keep + 1))) {
    await rm(join(folder, `v${version}`), { recursive: true });
    process.stderr.write(`removed version ${version}\n`);
  }
}
