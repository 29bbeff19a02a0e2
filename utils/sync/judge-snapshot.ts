import { acceptList } from '../list/accept-list.ts';
import type { SnapshotMeta } from '../list/layout.ts';
import type { Manifest } from '../list/manifest.ts';
import { type ListFile, Refusal } from './outcome.ts';
import type { SyncPorts } from './ports.ts';
import { readPolitely } from './read-politely.ts';

const SIZE_RULES: ReadonlySet<string> = new Set(['empty list', 'shrunk', 'grown']);

/**
 * Reads a snapshot through and through and refuses what no list may say, signed or not.
 * @param previous what the list in use says of itself; null where another publisher's list is begun
 * @throws {Refusal}
 */
export async function judgeSnapshot(
  manifest: Manifest,
  bytes: Uint8Array<ArrayBuffer>,
  previous: SnapshotMeta | null,
  file: ListFile,
  ports: Pick<SyncPorts, 'pause' | 'whyUnfit'>,
): Promise<void> {
  const acceptance = await acceptList(bytes, manifest, previous, (whole, reading) =>
    readPolitely(whole, reading, ports.pause),
  );
  switch (acceptance.outcome) {
    case 'accepted':
      return refuseUnfit(bytes, ports);
    case 'wrong checksum':
      throw new Refusal({ kind: 'refused: checksum', file });
    case 'not its manifest’s':
      throw new Refusal({ kind: 'refused: contents', detail: 'list and manifest disagree' });
    case 'broken': {
      const { error } = acceptance;
      throw new Refusal({ kind: 'refused: contents', detail: error.message }, { cause: error });
    }
    case 'refused': {
      const { refusals } = acceptance;
      const detail = refusals.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ');
      const bySize = refusals.every(({ rule }) => SIZE_RULES.has(rule));
      throw new Refusal(
        bySize ? { kind: 'refused: size', file, detail } : { kind: 'refused: contents', detail },
      );
    }
  }
}

async function refuseUnfit(
  bytes: Uint8Array<ArrayBuffer>,
  ports: Pick<SyncPorts, 'whyUnfit'>,
): Promise<void> {
  const unfit = await ports.whyUnfit(bytes);
  if (unfit !== null) throw new Refusal({ kind: 'refused: contents', detail: unfit });
}
