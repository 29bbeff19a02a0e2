import type { Host } from '../domain/host.ts';
import { namesWithinRegistrable } from '../domain/name-and-parents.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { SnapshotMeta } from './layout.ts';
import { ownNames } from './own-names.ts';
import { isProtected } from './protected-names.ts';
import type { Reading } from './reading.ts';
import { recordFaults } from './record-shape.ts';
import type { GateRule, Refusal } from './refusal.ts';
import { sizeRefusals } from './size-bounds.ts';
import type { Snapshot } from './snapshot.ts';

/** A list with more faults than these is not worth a longer list of them. */
const ENOUGH = 20;

/**
 * The same rules for those who publish a list and those who take one in, signed or not: nothing that everybody
 * uses, no public suffix (private ones included), no exchange's own firm name among the reported ones, no list that
 * is empty or of a very different size, no record that readers cannot show.
 * @param previous what the list in use says of itself; null where there is none
 * @returns no refusals for a good list
 * @throws SnapshotError where the bytes themselves are broken
 */
export function* gateSnapshot(snapshot: Snapshot, previous: SnapshotMeta | null): Reading<Refusal[]> {
  const refusals = sizeRefusals(snapshot.meta, previous);
  const refuse = (rule: GateRule, detail: string) => {
    if (refusals.length < ENOUGH) refusals.push({ rule, detail });
  };
  const firm = new Set<string>();
  yield* checkSnapshot(snapshot, {
    exchange(record) {
      const faults = recordFaults(record);
      for (const fault of faults) refuse('bad exchange record', `${record.id} ${fault}`);
      if (faults.length === 0) for (const name of ownNames([record]).keys()) firm.add(name);
    },
    name(host, record) {
      if (host.registrable === null) refuse('public suffix', host.ascii);
      else if (isProtected(host.ascii)) refuse('protected name', host.ascii);
      else if (record.kind === 'reported' && isOwn(host, firm)) refuse('own name reported', host.ascii);
    },
  });
  return refusals;
}

/** www.okx.com is as much okx.com's own as okx.com. */
function isOwn(host: Host, firm: ReadonlySet<string>): boolean {
  return namesWithinRegistrable(host).some((name) => firm.has(name));
}
