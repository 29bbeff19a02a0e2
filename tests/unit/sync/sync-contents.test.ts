import { describe, expect, test } from 'vitest';
import { writeManifest } from '../../../utils/list/manifest.ts';
import { deltaPath, snapshotPath } from '../../../utils/list/publication-paths.ts';
import { exchange, reported } from '../list/sample-list.ts';
import { deviceOnTwo, expectKept, NO_DELTA } from './device-on-two.ts';
import { contents, gzip, NAMES, publish, publishBytes, resign, summary } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
const SNAPSHOT = snapshotPath(3);
const DELTA = deltaPath(3, 2);

describe('what a signed list may not say', () => {
  test('25 a bomb in place of the snapshot', async () => {
    const bomb = gzip(new Uint8Array(64_000_000));
    const packed = await summary(bomb);
    const bombed = await publish(contents(3), {
      manifest: (manifest) => ({ ...manifest, snapshot: { ...manifest.snapshot, packed } }),
    });
    bombed.files.set(SNAPSHOT, bomb);
    on.server.behave(serve(bombed));
    await expectKept(on, { kind: 'refused: contents', detail: expect.stringContaining('more than') }, true);
  });

  test('25 more bytes than signed', async () => {
    on.server.behave(serve(on.third, { ...NO_DELTA, [SNAPSHOT]: new Uint8Array(500_000) }));
    await expectKept(on, { kind: 'refused: size', file: 'snapshot' }, true);
  });

  test('25 a bomb in place of the difference', async () => {
    const bomb = gzip(new Uint8Array(64_000_000));
    const packed = await summary(bomb);
    const bombed = await publish(contents(3), {
      from: [on.second],
      manifest: (manifest) => ({
        ...manifest,
        deltas: manifest.deltas.map((delta) => ({ ...delta, packed })),
      }),
    });
    bombed.files.set(DELTA, bomb);
    on.server.behave(serve(bombed));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('26 an empty list', async () => {
    on.server.behave(serve(await publish(contents(3, { exchanges: [], reported: [] }))));
    const outcome = await on.phone.sync();
    expect(outcome.kind).toMatch(/^refused: (?:size|contents)$/);
    expect(await on.phone.serving()).toBe(2);
  });

  test('27 half the size', async () => {
    on.server.behave(
      serve(await publish(contents(3, { reported: contents(3).reported.slice(0, NAMES / 2) }))),
    );
    await expectKept(on, { kind: 'refused: size' }, true);
  });

  test.each([
    ['google.com', 'protected name'],
    ['www.google.com', 'protected name'],
    ['co.uk', 'public suffix'],
    ['pages.dev', 'public suffix'],
    ['okx.com', 'own name reported'],
  ])('28 a list that reports %s', async (name, rule) => {
    const list = contents(3);
    on.server.behave(serve(await publish({ ...list, reported: [...list.reported, reported(name, 'okx')] })));
    await expectKept(on, { kind: 'refused: contents', detail: expect.stringContaining(rule) }, true);
  });

  test('28 a list that gives google.com to an exchange', async () => {
    const list = contents(3);
    const thief = exchange('thief', ['google.com']);
    on.server.behave(serve(await publish({ ...list, exchanges: [...list.exchanges, thief] })));
    await expectKept(
      on,
      { kind: 'refused: contents', detail: expect.stringContaining('protected name') },
      true,
    );
  });

  test('a manifest and a list that disagree on the version', async () => {
    on.server.behave(serve(await publishBytes(contents(3), on.second.snapshot)));
    await expectKept(on, { kind: 'refused: contents', detail: 'list and manifest disagree' }, true);
  });

  test('a signed manifest of a form unknown here', async () => {
    const later = await publish(contents(3));
    const text = new TextDecoder()
      .decode(writeManifest(later.manifest))
      .replace('"format": 1', '"format": 2');
    await resign(later, new TextEncoder().encode(text));
    on.server.behave(serve(later));
    await expectKept(on, { kind: 'refused: contents', detail: 'manifest of an unknown form' }, true);
  });
});
