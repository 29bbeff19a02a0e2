import { generateDeterministicId } from '@security-alliance/stix/2.1';
import type { FlagRecord } from '../history/flag.ts';
import type { Writer } from './bundle.ts';
import { Groupings } from './stix-grouping.ts';
import { observables, sightedObjects } from './stix-objects.ts';
import { textChunks } from './text-chunks.ts';

/**
 * A STIX 2.1 bundle: `domain-name`, `url`, `observed-data` and a `note` for each flag, a `grouping` for each
 * exchange. Objects are dated by the flag's own, rounded time, never by the export's.
 * @param confirmed ids, as exported, of flags that an analyst confirmed: they alone become an `indicator`,
 * and not even they where the flag names a listed exchange's address.
 */
export function writeStix(confirmed: ReadonlySet<string> = new Set()): Writer {
  return ({ flags }) => textChunks(bundleText(flags, confirmed));
}

async function* bundleText(
  flags: AsyncIterable<FlagRecord>,
  confirmed: ReadonlySet<string>,
): AsyncGenerator<string> {
  yield '{"type":"bundle"';
  let first = '';
  let last = '';
  let open = false;
  for await (const object of bundleObjects(flags, confirmed)) {
    yield open ? ',\n' : ',"objects":[\n';
    open = true;
    yield JSON.stringify(object);
    first ||= object.id;
    last = object.id;
  }
  if (open) yield '\n]';
  yield `,"id":"${generateDeterministicId('bundle', { first, last })}"}\n`;
}

async function* bundleObjects(
  flags: AsyncIterable<FlagRecord>,
  confirmed: ReadonlySet<string>,
): AsyncGenerator<{ id: string }> {
  const written = new Set<string>();
  const groupings = new Groupings();
  for await (const flag of flags) {
    const seen = observables(flag);
    for (const object of seen) {
      if (written.has(object.id)) continue;
      written.add(object.id);
      yield object;
    }
    yield* sightedObjects(flag, seen, confirmed.has(flag.flag_id));
    yield* groupings.add(flag);
  }
  yield* groupings.rest();
}
