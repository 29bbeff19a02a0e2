import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSecretKey } from '../../cli/list/secret-key.ts';
import { acceptList } from '../../utils/list/accept-list.ts';
import { applyDelta, makeDelta } from '../../utils/list/delta.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import { type Manifest, readManifest, writeManifest } from '../../utils/list/manifest.ts';
import { judgeManifest } from '../../utils/list/manifest-verdict.ts';
import { packSnapshot, unpackSnapshot } from '../../utils/list/pack.ts';
import { isNamed, sha256, sign, verifySignature } from '../../utils/list/signature.ts';
import { SAMPLE } from '../unit/list/sample-list.ts';

const seed = 20_261_123;
/** 10,000 by its own script. */
const numRuns = Number(process.env.ENSIGN_RUNS ?? 1000);
const now = Date.parse('2026-11-23T00:00:00Z');
const { key } = makeSecretKey();
const before = encodeSnapshot({ ...SAMPLE, version: 6, reported: [] });
const after = encodeSnapshot(SAMPLE);
const utf8 = new TextEncoder();

interface Download {
  manifest: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  snapshot: Uint8Array<ArrayBuffer>;
  delta: Uint8Array<ArrayBuffer>;
}

let good: Download;
beforeAll(async () => {
  const snapshot = new Uint8Array(gzipSync(packSnapshot(after)));
  const delta = new Uint8Array(gzipSync(makeDelta(before, after).delta));
  const named = async (bytes: Uint8Array<ArrayBuffer>) => ({
    size: bytes.length,
    sha256: await sha256(bytes),
  });
  const manifest: Manifest = {
    format: 1,
    version: SAMPLE.version,
    issued: SAMPLE.issued,
    expires: SAMPLE.expires,
    snapshot: { ...(await named(after)), packed: await named(snapshot) },
    deltas: [{ from: 6, sha256: await sha256(before), packed: await named(delta) }],
    protectedCount: 7,
    keyId: key.keyId,
  };
  const bytes = writeManifest(manifest);
  good = { manifest: bytes, signature: utf8.encode(await sign(bytes, key, 'a test')), snapshot, delta };
});

/** What a reader does with what arrives; the name of the door at which it was refused. */
async function take(download: Download, by: 'snapshot' | 'delta'): Promise<string> {
  const verified = await verifySignature(download.manifest, new TextDecoder().decode(download.signature), [
    key,
  ]);
  if (verified.outcome !== 'good') return verified.outcome;
  const manifest = readManifest(download.manifest);
  if (!manifest) return 'no manifest';
  const verdict = judgeManifest(manifest, { floor: 6, sha256: await sha256(before) }, now);
  if (verdict !== 'newer') return verdict;
  const { packed } = by === 'snapshot' ? manifest.snapshot : manifest.deltas[0]!;
  if (!(await isNamed(download[by], packed))) return 'wrong checksum';
  const inflated = gunzipSync(download[by], { maxOutputLength: manifest.snapshot.size });
  const bytes = by === 'snapshot' ? unpackSnapshot(inflated) : applyDelta(before, inflated);
  return (await acceptList(bytes, manifest, null)).outcome;
}

describe('a download', () => {
  test.each(['snapshot', 'delta'] as const)('as it is, by %s, is accepted', async (by) => {
    expect(await take(good, by)).toBe('accepted');
  });

  test(`with a part mutated is never accepted (${numRuns} of them)`, {
    timeout: 600_000,
  }, async () => {
    const doors = new Set<string>();
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('manifest', 'signature', 'snapshot', 'delta'),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.option(fc.nat(), { nil: null, freq: 5 }),
        async (part, changes, cut) => {
          const copy = good[part].slice();
          for (const [at, by] of changes) copy[at % copy.length]! ^= by;
          const bytes = cut === null ? copy : copy.slice(0, cut % copy.length);
          if (Buffer.compare(bytes, good[part]) === 0) return;
          const way = part === 'delta' ? 'delta' : 'snapshot';
          const outcome = await take({ ...good, [part]: bytes }, way);
          doors.add(outcome);
          if (outcome === 'accepted')
            expect([part, signedLines(bytes)]).toEqual(['signature', signedLines(good.signature)]);
        },
      ),
      { seed, numRuns },
    );
    expect([...doors]).toEqual(
      expect.arrayContaining(['bad signature', 'not a signature', 'wrong checksum']),
    );
  });
});

/** All but the first line, which minisign calls an untrusted comment and does not sign. */
function signedLines(signature: Uint8Array): string {
  return new TextDecoder().decode(signature).split('\n').slice(1).join('\n').trimEnd();
}
