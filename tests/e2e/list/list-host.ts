import { readFileSync } from 'node:fs';
import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { LOOKALIKE_SECTION } from '../../../utils/list/layout.ts';
import { openSnapshot } from '../../../utils/list/lookup.ts';
import { deltaPath, snapshotPath } from '../../../utils/list/publication-paths.ts';
import { exchange } from '../../unit/list/sample-list.ts';
import { contents, DAY, type PublishOptions, publishBytes, type Version } from '../../unit/sync/publisher.ts';
import type { Answer } from '../harness/answer.ts';
import type { LocalServer } from '../harness/server.ts';

export const HOST = 'lists.test';
export const ADDRESS = `https://${HOST}/ensign/`;
/** A name that no bundled list has. */
export const ONLY_FETCHED = 'only-in-the-fetched-list.com';

/** A version dated now, of a few exchanges or those given, with the index of lookalikes that the build ships. */
export async function publishNow(
  version: number,
  bundled: string,
  options: PublishOptions & { issued?: number; expires?: number; exchanges?: ExchangeRecord[] } = {},
): Promise<Version> {
  const now = Date.now();
  const list = contents(version, {
    issued: new Date(options.issued ?? now - DAY).toISOString(),
    expires: new Date(options.expires ?? now + 90 * DAY).toISOString(),
  });
  const exchanges = [...(options.exchanges ?? list.exchanges), exchange('e2e', [ONLY_FETCHED])];
  const whole = { ...list, exchanges };
  return publishBytes(
    whole,
    encodeSnapshot(whole, new Map([[LOOKALIKE_SECTION, lookalikesOf(bundled)]])),
    options,
  );
}

/** Puts a version on the host; single files can answer otherwise. */
export function host(server: LocalServer, version: Version, faults: Record<string, Answer> = {}): void {
  server.clear();
  for (const [path, bytes] of version.files) {
    const type = path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    server.scene(HOST, `/ensign/${path}`, { status: 200, headers: { 'content-type': type }, body: bytes });
  }
  server.scene(HOST, '*', { status: 404 });
  for (const [path, answer] of Object.entries(faults)) server.scene(HOST, `/ensign/${path}`, answer);
}

export function withoutDelta(version: number, from: number): Record<string, Answer> {
  return { [deltaPath(version, from)]: { status: 404 } };
}

export function slowSnapshot(version: Version, delay: number): Record<string, Answer> {
  const path = snapshotPath(version.manifest.version);
  const headers = { 'content-type': 'application/octet-stream' };
  return { [path]: { status: 200, headers, body: version.files.get(path)!, delay } };
}

const indexes = new Map<string, Uint8Array>();

/** The index of lookalikes in the build's own list; read once, so that a build meanwhile does no harm. */
function lookalikesOf(bundled: string): Uint8Array {
  const known = indexes.get(bundled);
  if (known) return known;
  const index = openSnapshot(new Uint8Array(readFileSync(bundled)).buffer).section(LOOKALIKE_SECTION);
  if (!index) throw new Error(`${bundled} has no index of lookalikes`);
  indexes.set(bundled, index);
  return index;
}
