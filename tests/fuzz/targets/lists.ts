import { applyDelta, DeltaError, makeDelta } from '../../../utils/list/delta.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { openSnapshot } from '../../../utils/list/lookup.ts';
import { readManifest, readPointer, writeManifest, writePointer } from '../../../utils/list/manifest.ts';
import { readPublicKey, readSignature, writeSignature } from '../../../utils/list/minisign.ts';
import { unpackSnapshot } from '../../../utils/list/pack.ts';
import { SnapshotError } from '../../../utils/list/snapshot-error.ts';
import { parseListAddress } from '../../../utils/sync/list-address.ts';
import { hostOf, SAMPLE } from '../../unit/list/sample-list.ts';
import { bytesOf, type FuzzTarget, must, textOf } from '../target.ts';

const BEFORE = encodeSnapshot({ ...SAMPLE, version: 6, reported: [] });
const AFTER = encodeSnapshot(SAMPLE);
const DELTA = makeDelta(BEFORE, AFTER).delta;
const ASKED = ['okx.com', 'www.okex.com', '0kx.com', 'example.com'].map(hostOf);
const BINARY = ['ENSIGN\0L', 'ENSIGN\0D', '\0\0\0\0', '\xff\xff\xff\xff', '\x80\0\0\0', '{', '}'];

const snapshot: FuzzTarget = {
  name: 'list bytes',
  seeds: [AFTER, BEFORE],
  words: BINARY,
  run(input) {
    try {
      const list = openSnapshot(input.slice().buffer);
      for (const host of ASKED) list.find(host);
      let exchanges = 0;
      for (const _ of list.exchanges())
        if (++exchanges > 100_000) must(false, 'as many exchanges as there are bytes');
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
    }
  },
};

const packed: FuzzTarget = {
  name: 'packed list',
  seeds: [AFTER, BEFORE],
  words: BINARY,
  run(input) {
    try {
      unpackSnapshot(input);
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
    }
  },
};

const delta: FuzzTarget = {
  name: 'delta',
  seeds: [DELTA],
  words: BINARY,
  run(input) {
    try {
      applyDelta(BEFORE, input);
    } catch (error) {
      if (!(error instanceof DeltaError)) throw error;
    }
  },
};

const SHA = 'ab'.repeat(32);
const MANIFEST = writeManifest({
  format: 1,
  version: 7,
  issued: '2026-11-23T00:00:00Z',
  expires: '2027-02-23T00:00:00Z',
  snapshot: { size: 100, sha256: SHA, packed: { size: 50, sha256: SHA } },
  deltas: [{ from: 6, sha256: SHA, packed: { size: 10, sha256: SHA } }],
  protectedCount: 7,
  keyId: '0123456789ABCDEF',
});

const manifest: FuzzTarget = {
  name: 'manifest',
  seeds: [MANIFEST, ...bytesOf('{"format":1,"version":7,"keys":["0123456789ABCDEF"]}')],
  words: [
    '"version":',
    '1e999',
    '-0',
    '9007199254740993',
    '"__proto__":',
    'null',
    '[]',
    '{}',
    '"keys":',
    '\u2028',
    'Z"',
  ],
  run(input) {
    const read = readManifest(input);
    if (read) {
      must(
        read.version >= 1 && Date.parse(read.issued) < Date.parse(read.expires),
        'a version and a time to serve',
      );
      must(
        JSON.stringify(readManifest(writeManifest(read))) === JSON.stringify(read),
        'written and read, the same',
      );
    }
    const pointer = readPointer(input);
    if (pointer)
      must(JSON.stringify(readPointer(writePointer(pointer))) === JSON.stringify(pointer), 'the same');
  },
};

const KEY_LINE = Buffer.concat([Buffer.from('Ed'), Buffer.alloc(40, 7)]).toString('base64');
const SIGNATURE = writeSignature({
  keyId: '0707070707070707',
  signature: new Uint8Array(64),
  trustedComment: 'a test',
  globalSignature: new Uint8Array(64),
});

const signature: FuzzTarget = {
  name: 'signature and key',
  seeds: bytesOf(SIGNATURE, KEY_LINE, `untrusted comment: a key\n${KEY_LINE}\n`),
  words: ['untrusted comment: ', 'trusted comment: ', '\n', '\r\n', '=', 'RU', 'RW', '\0'],
  run(input) {
    const text = textOf(input);
    const key = readPublicKey(text);
    if (typeof key !== 'string')
      must(key.key.length === 32 && /^[0-9A-F]{16}$/.test(key.keyId), 'a key of 32 bytes');
    const read = readSignature(text);
    if (typeof read !== 'string')
      must(read.signature.length === 64 && read.globalSignature.length === 64, '64 bytes');
  },
};

const address: FuzzTarget = {
  name: 'list address',
  seeds: bytesOf('https://lists.example/ensign/', 'http://127.0.0.1:8080', 'https://x.example/a?b#c'),
  words: ['https://', 'http://', '/', '..', '?', '#', '@', ':', '\\', '%2f', 'localhost', '[::1]', '\t'],
  run(input) {
    const read = parseListAddress(textOf(input));
    if ('address' in read && read.address !== '') {
      const again = parseListAddress(read.address);
      must('address' in again && again.address === read.address, 'read again, the same');
    }
  },
};

export const LISTS = [snapshot, packed, delta, manifest, signature, address];
