import { describe, expect, test } from 'vitest';
import { makeSecretKey } from '../../../cli/list/secret-key.ts';
import {
  type PublicKey,
  readPublicKey,
  readSignature,
  writePublicKey,
} from '../../../utils/list/minisign.ts';
import { isNamed, readTrustedKeys, sha256, sign, verifySignature } from '../../../utils/list/signature.ts';

/** Made by minisign 0.11: `minisign -G -W`, `minisign -S -l -t 'a comment'`, `minisign -S -t x`. */
const TOOL = {
  key: 'RWQXoXj+wGbebSm+5zeVKbnRRc4r2HaU5ob+1GbpwEaFjedwgirxPIEZ',
  message: new TextEncoder().encode('hello\n'),
  legacy: `untrusted comment: signature from minisign secret key
RWQXoXj+wGbebQpQzBr1T/fG4oRveVJ+haXm3+A7197UoNMNHwmpTvpeHUQFDSGXm53s9IkjAhxIH2Sm4ioagVyTpsZ02r8D3Qs=
trusted comment: a comment
V0Llx5nlSey0QyR9zEGAUqATGCfHVG1g81PQMH6hubsCUZhMIbU1vPdDNHMmSWaryez/ZV5Qx0BD6rGdLtyECw==
`,
  prehashed: `untrusted comment: signature from minisign secret key
RUQXoXj+wGbebcQRc9LPWjR2Smls8BwHwJjNWYkW+C6IZZtfpKIFPWuVBCjlznupObkaAtgg4cfQ1ZybDl38bP8YHAPhHeK3Vw0=
trusted comment: x
F4JO6paC9pUcFzi1KdrPmFETIFnOj81Bk9QS7kJkyoe/TOvxua+BILO8ZkhuBAE+4sFHqYlHW4elpYouT7rAAA==
`,
};
const toolKey = keyOf(TOOL.key);

function keyOf(text: string): PublicKey {
  const key = readPublicKey(text);
  if (typeof key === 'string') throw new Error(key);
  return key;
}

describe('what minisign signed', () => {
  test('is good', async () => {
    expect(await verifySignature(TOOL.message, TOOL.legacy, [toolKey])).toEqual({
      outcome: 'good',
      by: '6DDE66C0FE78A117',
      trustedComment: 'a comment',
    });
  });

  test('prehashed is refused by name', async () => {
    expect(await verifySignature(TOOL.message, TOOL.prehashed, [toolKey])).toEqual({
      outcome: 'prehashed signature',
    });
  });

  test('by nobody we trust is named', async () => {
    const other = makeSecretKey().key;
    expect(await verifySignature(TOOL.message, TOOL.legacy, [other])).toMatchObject({
      outcome: 'unknown key',
    });
    expect(await verifySignature(TOOL.message, TOOL.legacy, [])).toMatchObject({ outcome: 'unknown key' });
  });

  test('by another under the same key id is bad', async () => {
    const impostor = { ...makeSecretKey().key, keyId: toolKey.keyId };
    const outcome = await verifySignature(TOOL.message, TOOL.legacy, [impostor]);
    expect(outcome).toMatchObject({ outcome: 'bad signature' });
  });

  test('one byte of the message flipped is bad', async () => {
    for (let at = 0; at < TOOL.message.length; at++) {
      const flipped = TOOL.message.slice();
      flipped[at]! ^= 1;
      expect((await verifySignature(flipped, TOOL.legacy, [toolKey])).outcome).toBe('bad signature');
    }
  });

  test('one character of the signed lines changed is never good', async () => {
    const from = TOOL.legacy.indexOf('\n') + 1;
    for (let at = from; at < TOOL.legacy.length; at++) {
      const other = TOOL.legacy[at] === 'A' ? 'B' : 'A';
      const changed = TOOL.legacy.slice(0, at) + other + TOOL.legacy.slice(at + 1);
      expect((await verifySignature(TOOL.message, changed, [toolKey])).outcome, `at ${at}`).not.toBe('good');
    }
  });
});

test('what we sign is good, with either of two trusted keys', async () => {
  const [old, young] = [makeSecretKey().key, makeSecretKey().key];
  const message = new TextEncoder().encode('{"version":2}');
  for (const key of [old, young]) {
    const text = await sign(message, key, 'version 2');
    expect(await verifySignature(message, text, [old, young])).toEqual({
      outcome: 'good',
      by: key.keyId,
      trustedComment: 'version 2',
    });
  }
});

describe('texts that are read', () => {
  test.each([
    `untrusted comment: x\n${TOOL.key}`,
    `untrusted comment: x\r\n${TOOL.key}\r\n`,
    ` \n${TOOL.key} \n`,
    `untrusted comment: x\n  ${TOOL.key}`,
  ])('key %j', (text) => expect(readPublicKey(text)).toEqual(toolKey));
  test.each([TOOL.legacy, TOOL.legacy.trimEnd(), TOOL.legacy.replaceAll('\n', '\r\n')])(
    'signature %j',
    (text) =>
      expect(readSignature(text)).toMatchObject({ keyId: '6DDE66C0FE78A117', trustedComment: 'a comment' }),
  );
  test('a key is written as the tool writes it', () => {
    expect(writePublicKey(toolKey)).toBe(
      `untrusted comment: minisign public key 6DDE66C0FE78A117\n${TOOL.key}\n`,
    );
  });
  test('a signature too', async () => {
    const { key } = makeSecretKey();
    const lines = (await sign(new Uint8Array(), key, 'x')).split('\n');
    expect(lines).toEqual([
      `untrusted comment: signature from key ${key.keyId}`,
      expect.stringMatching(/^RW[\w+/]{97}=$/),
      'trusted comment: x',
      expect.stringMatching(/^[\w+/]{86}==$/),
      '',
    ]);
  });
  test('more keys than two are not asked', async () => {
    const others = [makeSecretKey().key, makeSecretKey().key];
    expect(await verifySignature(TOOL.message, TOOL.legacy, [...others, toolKey])).toEqual({
      outcome: 'unknown key',
      by: '6DDE66C0FE78A117',
    });
  });
  test('a key that is no point of the curve verifies nothing', async () => {
    const none = { ...toolKey, key: new Uint8Array(31) };
    expect(await verifySignature(TOOL.message, TOOL.legacy, [none])).toEqual({
      outcome: 'bad signature',
      by: '6DDE66C0FE78A117',
    });
  });
  test('bytes are those that are named by length and checksum both', async () => {
    const named = { size: 6, sha256: await sha256(TOOL.message) };
    expect(named.sha256).toBe('5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03');
    expect(await isNamed(TOOL.message, named)).toBe(true);
    expect(await isNamed(TOOL.message, { ...named, size: 7 })).toBe(false);
    expect(await isNamed(TOOL.message, { ...named, sha256: '0'.repeat(64) })).toBe(false);
  });
});

describe('texts that are none', () => {
  test.each([
    '',
    'RWQ',
    TOOL.legacy,
    `${TOOL.key}=`,
    TOOL.key.replace('RWQ', 'RUQ'),
    `a comment\n${TOOL.key}`,
    `untrusted comment: x\n${TOOL.key}\n${TOOL.key}`,
  ])('key %j', (text) => expect(readPublicKey(text)).toBe('not a key'));

  test.each([
    '',
    '<html></html>',
    TOOL.legacy.slice(0, 100),
    TOOL.legacy.replace('trusted comment: a', 'comment: a'),
    `${TOOL.legacy}more\n`,
    TOOL.legacy.replace('untrusted', 'trusted'),
  ])('signature %j', (text) => expect(readSignature(text)).toBe('not a signature'));
});

describe('trusted keys', () => {
  const texts = Array.from({ length: 3 }, () => writePublicKey(makeSecretKey().key));
  test('one or two', () => {
    expect(readTrustedKeys([texts[0]!])).toHaveLength(1);
    expect(readTrustedKeys(texts.slice(0, 2))).toHaveLength(2);
  });
  test('no third, none twice, no other text', () => {
    expect(readTrustedKeys(texts)).toBe('too many keys');
    expect(readTrustedKeys([texts[0]!, texts[0]!])).toBe('a key twice');
    expect(readTrustedKeys(['key'])).toBe('not a key');
  });
});
