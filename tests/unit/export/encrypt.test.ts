import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { checkExport } from '../../../cli/flags/check-export.ts';
import {
  checkKeys,
  EncryptionKeyError,
  encryptedWriter,
  isEncrypted,
} from '../../../utils/export/encrypt.ts';
import { writeNdjson } from '../../../utils/export/ndjson.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { folderOf } from '../../fixtures/folder.ts';

const installed = spawnSync('age', ['--version']).status === 0;
const flags = Array.from({ length: 500 }, (_, n) =>
  storedFlag({ flag_id: `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`, document: `${n}` }),
);
const bundle = () => prepareExport(memorySource({ flags }), exportRequest());
const plain = await bytesOf(writeNdjson(bundle()));
const identity = await generateX25519Identity();
const key = await identityToRecipient(identity);
const encrypted = await bytesOf(encryptedWriter(writeNdjson, [key])(bundle()));

describe('an export for a study with a key', () => {
  it('is read by the holder of the key alone', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(new Uint8Array(await decrypter.decrypt(encrypted))).toEqual(plain);
    const other = new Decrypter();
    other.addIdentity(await generateX25519Identity());
    await expect(other.decrypt(encrypted)).rejects.toThrow();
  });

  it('has none of its rows in clear', () => {
    expect(plain.length).toBeGreaterThan(3 * 64 * 1024);
    const text = Buffer.from(encrypted).toString('latin1');
    expect(text).not.toContain('okx.com');
    expect(text).not.toContain(flags[0]!.flag_id);
  });

  it('comes chunk by chunk while the rows are read', async () => {
    let read = 0;
    const counted = { ...bundle(), flags: counting(bundle().flags, () => (read += 1)) };
    for await (const chunk of encryptedWriter(writeNdjson, [key])(counted)) {
      if (chunk.length > 1000) break;
    }
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(flags.length);
  });

  it('is told for what it is, with the way to open it', async () => {
    expect(isEncrypted(encrypted)).toBe(true);
    expect(isEncrypted(plain)).toBe(false);
    await expect(openExport(new Blob([encrypted]))).rejects.toMatchObject({ reason: 'encrypted' });
    const file = join(folderOf({}), 'export.ndjson');
    writeFileSync(file, encrypted);
    const { named } = await checkExport(file);
    expect(named[0]).toMatchObject({ fault: 'encrypted', detail: expect.stringContaining('age -d -i') });
  });
});

it.each([['age1'], [`${key.slice(0, -1)}${key.endsWith('q') ? 'p' : 'q'}`], ['ssh-ed25519 AAAA']])(
  '%s is no key',
  async (text) => await expect(checkKeys([text])).rejects.toThrow(EncryptionKeyError),
);

/** With the program itself (Debian: `apt install age`); left out where it is not installed. */
describe.skipIf(!installed)('age and Ensign', () => {
  it('it decrypts what we encrypted to its key, to the same bytes', async () => {
    const folder = folderOf({});
    execFileSync('age-keygen', ['-o', 'key.txt'], { cwd: folder, stdio: 'ignore' });
    const own = execFileSync('age-keygen', ['-y', 'key.txt'], { cwd: folder, encoding: 'utf8' }).trim();
    writeFileSync(
      join(folder, 'export.age'),
      await bytesOf(encryptedWriter(writeNdjson, [key, own])(bundle())),
    );
    execFileSync('age', ['-d', '-i', 'key.txt', '-o', 'export', 'export.age'], { cwd: folder });
    expect(new Uint8Array(readFileSync(join(folder, 'export')))).toEqual(plain);
  });

  it('we read what it encrypted', async () => {
    const folder = folderOf({ plain: 'from the program' });
    execFileSync('age', ['-r', key, '-o', 'file.age', 'plain'], { cwd: folder });
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const read = await decrypter.decrypt(new Uint8Array(readFileSync(join(folder, 'file.age'))), 'text');
    expect(read).toBe('from the program');
  });
});

async function* counting<Row>(rows: AsyncIterable<Row>, onRow: () => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    onRow();
    yield row;
  }
}
