import { sha256 as hashOf } from '../../utils/list/signature.ts';
import { pinnedList } from '../../utils/study/enrolment-store.ts';
import { endPin } from '../../utils/sync/end-pin.ts';
import { type GoBackOutcome, goBack } from '../../utils/sync/go-back.ts';
import { engine, reloadEngine } from './engine.ts';
import { newQueue } from './in-order.ts';
import { ports } from './list-ports.ts';

/** Whether a study taken part in holds the list in use: it is then not asked for by itself, only by hand. */
export async function listIsPinned(): Promise<boolean> {
  const pinned = await pinnedList();
  return pinned !== null && (await engine()).sha256 === pinned;
}

/** Puts an earlier list that is kept here in use; null for the bundled one. */
export async function goBackTo(sha256: string | null, by: 'user' | 'study' = 'user'): Promise<GoBackOutcome> {
  const outcome = await goBack(ports, sha256, by);
  if (outcome === 'done') await reloadEngine();
  return outcome;
}

/**
 * Puts the list that a study pins in use, where it is kept here or bundled; where it cannot serve, under a key that is
 * trusted no more or broken, what served before goes on.
 * @returns whether it is in use now
 */
export async function pinList({ version, sha256 }: { version: number; sha256: string }): Promise<boolean> {
  if ((await engine()).sha256 === sha256) return true;
  const outcome = await goBackTo(sha256, 'study');
  if (outcome === 'not kept' && (await isBundled({ version, sha256 }))) await goBackTo(null, 'study');
  const isInUse = (await engine()).sha256 === sha256;
  if (!isInUse && (await endPin(ports))) await reloadEngine();
  return isInUse;
}

const unpinning = newQueue();

/**
 * Once no study pins a list any more, what served before it serves again and is kept current.
 * @returns whether no pin is left; false while other work holds the lists
 */
export function leavePinned(): Promise<boolean> {
  return unpinning(async () => {
    if (!(await isLeft())) return true;
    await endPin(ports);
    await reloadEngine();
    return !(await isLeft());
  });
}

/** Whether a pin holds though no study pins a list. */
async function isLeft(): Promise<boolean> {
  return (await engine()).byPin && (await pinnedList()) === null;
}

/** Whether this is the list that ships with the extension; its bytes are read only where the version is its own. */
async function isBundled(list: { version: number; sha256: string }): Promise<boolean> {
  const { version, bytes } = ports.bundled;
  return list.version === version && list.sha256 === (await hashOf(new Uint8Array(await bytes())));
}
