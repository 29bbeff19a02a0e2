import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeSecretKey } from '../../../cli/list/secret-key.ts';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { LOOKALIKE_SECTION } from '../../../utils/list/layout.ts';
import { openSnapshot } from '../../../utils/list/lookup.ts';
import { unpackSnapshot } from '../../../utils/list/pack.ts';
import { buildLookalikeIndex } from '../../../utils/lookalike/build-index.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { folderOf } from '../../fixtures/folder.ts';
import { exchange } from '../list/sample-list.ts';
import { id } from './flags-command.ts';
import { runEnsign } from './run-ensign.ts';

const northstar = exchange('northstar', ['northstarium.com']);
const attacks = { date: '2026-11-23', sources: ['a count'], hosts: { northstar: 50 } };
const version = { version: 1, issued: '2026-11-23T00:00:00Z', expires: '2027-02-01T00:00:00Z' };
const records = {
  'list/exchanges/northstar.json': JSON.stringify(northstar),
  'list/version.json': JSON.stringify(version),
};
const counted = { ...records, 'list/attacks.json': JSON.stringify(attacks) };
const IMITATION = 'northstarium-login.com';

/** A folder of records of one's own, of an exchange that this project's list has not. */
describe('records of another folder', () => {
  test('are published with the index that their own attacks make', async () => {
    const folder = folderOf({ ...counted, 'a.key': makeSecretKey().text });
    const args = ['--from', `${folder}/list`, '--key', `${folder}/a.key`, '--next'];
    expect(await runEnsign('list', 'publish', `${folder}/site`, ...args)).toMatchObject({ code: 0 });
    const bytes = unpackSnapshot(gunzipSync(readFileSync(`${folder}/site/v1/snapshot.bin`)));
    const index = openSnapshot(bytes.buffer).section(LOOKALIKE_SECTION);
    const expected = buildLookalikeIndex([northstar], attacks);
    expect(Buffer.compare(index ?? new Uint8Array(), expected)).toBe(0);
  });

  test('say whom the names of a blocklist imitate', async () => {
    const folder = folderOf({ ...counted, 'hosts.txt': `${IMITATION}\nokx-login.com\n` });
    const args = ['--format', 'hosts', '--source', 'a blocklist', '--from', `${folder}/list`];
    const { out } = await runEnsign('list', 'import', `${folder}/hosts.txt`, ...args);
    expect(out.trim().split('\n').slice(1)).toEqual([`${IMITATION},northstar,a blocklist,,,`]);
  });

  test('say which proposed names look like one of theirs', async () => {
    const folder = folderOf(counted);
    const seen = '2026-11-20T10:00:00.000Z';
    const edge = { exchange: 'northstar', kind: 'redirect', first_seen: seen, last_seen: seen } as const;
    const names = [IMITATION, 'okx-login.com'];
    const flags = names.map((host, n) => storedFlag({ flag_id: id(n), document: host, host }));
    const edges = names.map((to) => ({
      ...edge,
      id: to,
      from: 'northstarium.com',
      to,
      times: 1,
      evidence: ['by: server'],
    }));
    const bundle = prepareExport(memorySource({ flags, edges }), exportRequest({ level: 'path' }));
    writeFileSync(`${folder}/one.zip`, await bytesOf(writeDataPackage(bundle)));
    const args = ['--from', `${folder}/list`, '--least', '1'];
    const { out } = await runEnsign('list', 'propose', `${folder}/one.zip`, ...args);
    const proposed = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const alike = proposed.filter(({ doubts }) => doubts.includes('lookalike')).map(({ to }) => to);
    expect(proposed).toHaveLength(2);
    expect(alike).toEqual([IMITATION]);
  });

  test('without a count of attacks are not compiled, and that is said', async () => {
    const folder = folderOf(records);
    const args = ['--from', `${folder}/list`, '--out', `${folder}/list.bin`];
    const { code, said } = await runEnsign('list', 'build', ...args);
    expect(code).toBe(2);
    expect(said).toMatch(/cannot read .*attacks\.json\n$/);
  });
});
