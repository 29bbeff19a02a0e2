import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPublicKeys } from '../../../cli/list/public-keys.ts';
import { keyId, writePublicKey } from '../../../utils/list/minisign.ts';
import { folderOf } from '../../fixtures/folder.ts';
import { runEnsign } from './run-ensign.ts';

/** A public key in base64; `first` is the first byte of its id. */
function publicKey(first: number): { id: string; text: string } {
  const id = keyId(Uint8Array.of(first, 1, 2, 3, 4, 5, 6, 7), 0);
  const text = writePublicKey({ keyId: id, key: new Uint8Array(32).fill(9) });
  return { id, text: text.split('\n')[1]! };
}

describe('public keys of an option', () => {
  test.each([
    [0x00, 'RWQ'],
    [0x40, 'RWR'],
    [0x80, 'RWS'],
    [0xc0, 'RWT'],
  ])('with an id that begins %d stand as they are: %s…', async (first, beginning) => {
    const { id, text } = publicKey(first);
    expect(text.slice(0, 3)).toBe(beginning);
    expect(await readPublicKeys(text)).toMatchObject([{ keyId: id }]);
  });

  test('two with a comma between, one of them a file', async () => {
    const [one, other] = [publicKey(0x50), publicKey(0xd0)];
    const folder = folderOf({ 'other.pub': other.text });
    const keys = await readPublicKeys(`${one.text},${folder}/other.pub`);
    expect(keys.map((key) => key.keyId)).toEqual([one.id, other.id]);
  });

  test.each(['RWU', 'RWP', 'RW'])('%s… begins none: it is looked for as a file', async (beginning) => {
    await expect(readPublicKeys(beginning.padEnd(56, 'A'))).rejects.toThrow('cannot read RW');
  });
});

describe('list key', () => {
  test.each([
    ['pub', 'key'],
    ['key', 'pub'],
  ])('leaves a .%s that is there alone, and no .%s beside it', async (present, absent) => {
    const folder = folderOf({ [`mine.${present}`]: 'kept' });
    const { code, said } = await runEnsign('list', 'key', `${folder}/mine`);
    expect(code).toBe(2);
    expect(said).toContain('never overwritten');
    expect(readFileSync(`${folder}/mine.${present}`, 'utf8')).toBe('kept');
    expect(existsSync(`${folder}/mine.${absent}`)).toBe(false);
  });

  test('names a folder that is not there', async () => {
    const { code, said } = await runEnsign('list', 'key', `${folderOf({})}/none/mine`);
    expect(code).toBe(2);
    expect(said).toMatch(/\/none\/mine\.key: ENOENT, no such file or folder: [^\n]*\n$/);
  });
});
