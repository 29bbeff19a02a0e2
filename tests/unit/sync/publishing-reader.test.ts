import { expect, test } from 'vitest';
import { POINTER_PATH } from '../../../utils/list/publication-paths.ts';
import { device } from './device.ts';
import { startMisbehaving } from './misbehaving-server.ts';
import { contents, publish, type Version } from './publisher.ts';
import { serve } from './serve.ts';

const SYNCS = Number(process.env.ENSIGN_READER_SYNCS ?? 60);

/** Files of three versions stay; the pointer moves in the middle of reads. */
test(
  'reading while somebody publishes ends on one version, whole',
  async () => {
    const server = await startMisbehaving();
    const files: Version['files'] = new Map();
    let latest: Version | null = null;
    let version = 1;
    const publishNext = async () => {
      version++;
      const next = await publish(contents(60 + (version % 20), { version }), {
        from: latest ? [latest] : [],
      });
      for (const [path, bytes] of next.files) if (path !== POINTER_PATH) files.set(path, bytes);
      files.set(POINTER_PATH, next.files.get(POINTER_PATH)!);
      for (const path of files.keys()) if (path.startsWith(`v${version - 3}/`)) files.delete(path);
      latest = next;
    };
    await publishNext();
    const phone = device(server.address);
    const served: Record<string, number> = {};
    let asked = 0;
    const delays = [1, 2, 3, 4, 7];
    for (let n = 0; n < SYNCS; n++) {
      // The publisher moves on after the first, second, … file of this read.
      let left = delays[n % delays.length]!;
      server.behave((request, response) => {
        const publishing = --left === 0 ? publishNext() : Promise.resolve();
        void publishing.then(() => serve({ ...latest!, files })(request, response));
      });
      const before = await phone.serving();
      const outcome = await phone.sync();
      served[outcome.kind] = (served[outcome.kind] ?? 0) + 1;
      asked++;
      const after = await phone.serving();
      if ('version' in outcome && outcome.kind.startsWith('updated')) expect(after).toBe(outcome.version);
      else expect(after).toBe(before);
      phone.clock.now += 1000;
      if (n % 4 === 3) await publishNext();
    }
    expect(asked).toBe(SYNCS);
    expect(served['updated by difference'] ?? 0).toBeGreaterThan(0);
    expect(Object.keys(served).filter((kind) => kind.startsWith('refused'))).toEqual([]);
    phone.close();
    await server.close();
  },
  30_000 + SYNCS * 60,
);
