import { type Ask, askHost, askManifest, askPointer } from './ask.ts';
import { heldBackFrom, type LowestVersion, lowestOf } from './floor.ts';
import { type InUse, listInUse } from './in-use.ts';
import { refuseManifest } from './judge-manifest.ts';
import { judgeSnapshot } from './judge-snapshot.ts';
import { keep } from './keep.ts';
import { type Obtained, obtainByDifference, obtainWhole } from './obtain.ts';
import { Refusal, type SyncOutcome } from './outcome.ts';
import type { SyncPorts } from './ports.ts';
import type { Floor, StoreState } from './stored-list.ts';
import type { SyncRecord } from './sync-record.ts';
import type { SyncSource } from './sync-source.ts';

/** What came of asking; the floor where it rose. */
export interface Pulled {
  outcome: SyncOutcome;
  floor: Floor | null;
}

/**
 * Asks the host for what is new, verifies it and stores it.
 * @throws {Refusal} where the list in use stays; {StoreError} where the store fails
 */
export async function pull(
  ports: SyncPorts,
  source: SyncSource,
  state: StoreState,
  record: SyncRecord,
): Promise<Pulled> {
  const ask = askHost(ports, source);
  const pointer = await askPointer(ask);
  const keyIds = source.keys.map(({ keyId }) => keyId);
  const lowest = lowestOf(ports, source, state, record);
  const inUse = await listInUse(ports, source, state);
  const nothingNew = answerWithout(pointer.version, inUse, lowest, heldBackFrom(source, state));
  if (nothingNew) return { outcome: nothingNew, floor: null };
  const signed = await askManifest(ask, pointer, source);
  const { manifest } = signed;
  refuseManifest(manifest, lowest, ports.now());
  const obtained = await obtain(ask, manifest, inUse);
  const file = obtained.by === 'difference' ? 'delta' : 'snapshot';
  await judgeSnapshot(manifest, obtained.snapshot, inUse?.meta ?? null, file, ports);
  const floor = await keep(ports, state, signed, obtained.snapshot, keyIds, 'address');
  return {
    outcome: {
      kind: obtained.by === 'difference' ? 'updated by difference' : 'updated whole',
      version: manifest.version,
      from: inUse?.version ?? null,
      bytes: obtained.travelled,
    },
    floor,
  };
}

/**
 * What the pointer alone answers, for one small request. A host rolled back to the very version in use is refused like
 * any other below the floor, unless the user went back to that version.
 */
function answerWithout(
  version: number,
  inUse: InUse | null,
  lowest: LowestVersion | null,
  heldBack: number | null,
): SyncOutcome | null {
  const isInUse = version === inUse?.version;
  const isChosen = isInUse && heldBack !== null;
  if (lowest && version < lowest.version && !isChosen) {
    throw new Refusal({ kind: 'refused: older version', version, floor: lowest.version });
  }
  if (isInUse) return { kind: 'already current', version };
  return version === heldBack ? { kind: 'held back', version } : null;
}

async function obtain(
  ask: Ask,
  manifest: Parameters<typeof obtainWhole>[1],
  inUse: InUse | null,
): Promise<Obtained> {
  const byDifference = inUse && (await obtainByDifference(ask, manifest, inUse));
  return byDifference ?? obtainWhole(ask, manifest);
}
