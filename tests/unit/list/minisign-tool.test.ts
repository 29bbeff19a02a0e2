import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSecretKey, readSecretKey } from '../../../cli/list/secret-key.ts';
import { readPublicKey, writePublicKey } from '../../../utils/list/minisign.ts';
import { sign, verifySignature } from '../../../utils/list/signature.ts';

const installed = spawnSync('minisign', ['-v']).status === 0;
const message = new TextEncoder().encode('{"version":1}\n');

/** With the program itself (Debian: `apt install minisign`); left out where it is not installed. */
describe.skipIf(!installed)('minisign and Ensign', () => {
  let folder = '';
  const at = (name: string) => join(folder, name);
  const minisign = (args: string[], input = '') =>
    spawnSync('minisign', args, { cwd: folder, input, encoding: 'utf8' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ensign-minisign-'));
    await writeFile(at('message'), message);
    execFileSync('minisign', ['-G', '-W', '-p', 'tool.pub', '-s', 'tool.key'], { cwd: folder });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('it accepts what we sign with our key, and no flipped byte', async () => {
    const { key, text } = makeSecretKey();
    await writeFile(at('our.key'), text);
    await writeFile(at('our.pub'), writePublicKey(key));
    await writeFile(at('our.minisig'), await sign(message, await readSecretKey(at('our.key')), 'version 1'));
    const verify = ['-V', '-p', 'our.pub', '-m', 'message', '-x', 'our.minisig'];
    expect(minisign(verify).stdout).toContain('Trusted comment: version 1');
    await writeFile(at('message'), '{"version":2}\n');
    expect(minisign(verify).status).not.toBe(0);
    await writeFile(at('message'), message);
  });

  test('it signs with a key that we made', async () => {
    const { key, text } = makeSecretKey();
    await writeFile(at('made.key'), text);
    expect(
      minisign(['-S', '-l', '-s', 'made.key', '-m', 'message', '-x', 'made.minisig', '-t', 'hi']).status,
    ).toBe(0);
    const outcome = await verifySignature(message, await readFile(at('made.minisig'), 'utf8'), [key]);
    expect(outcome).toEqual({ outcome: 'good', by: key.keyId, trustedComment: 'hi' });
  });

  test('we accept what it signs, and sign with its key', async () => {
    minisign(['-S', '-l', '-s', 'tool.key', '-m', 'message', '-x', 'tool.minisig', '-t', 'hi']);
    const key = readPublicKey(await readFile(at('tool.pub'), 'utf8'));
    if (typeof key === 'string') throw new Error(key);
    expect((await verifySignature(message, await readFile(at('tool.minisig'), 'utf8'), [key])).outcome).toBe(
      'good',
    );
    const text = await sign(message, await readSecretKey(at('tool.key')), 'ours');
    expect((await verifySignature(message, text, [key])).outcome).toBe('good');
  });

  test('we name what it signs by default', async () => {
    minisign(['-S', '-s', 'tool.key', '-m', 'message', '-x', 'hashed.minisig']);
    const key = readPublicKey(await readFile(at('tool.pub'), 'utf8'));
    if (typeof key === 'string') throw new Error(key);
    const outcome = await verifySignature(message, await readFile(at('hashed.minisig'), 'utf8'), [key]);
    expect(outcome).toEqual({ outcome: 'prehashed signature' });
  });
});
