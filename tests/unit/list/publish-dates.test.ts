import { existsSync } from 'node:fs';
import { runCommand } from 'citty';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readLatest } from '../../../cli/list/publication.ts';
import { publish } from '../../../cli/list/publish.ts';
import { makeSecretKey } from '../../../cli/list/secret-key.ts';
import { folderOf } from '../../fixtures/folder.ts';
import { exchange } from './sample-list.ts';

const DAY = 86_400_000;
const VERSION = 3;

/** Publishes the records of a small folder into its `site`. */
function publication(): { site: string; add(...options: string[]): Promise<unknown> } {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => void vi.restoreAllMocks());
  const time = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const folder = folderOf({
    'a.key': makeSecretKey().text,
    'list/exchanges/northstar.json': JSON.stringify(exchange('northstar', ['northstarium.com'])),
    'list/attacks.json': JSON.stringify({ date: '2026-11-23', sources: [], hosts: {} }),
    'list/version.json': JSON.stringify({
      version: VERSION,
      issued: time(Date.now() - DAY),
      expires: time(Date.now() + 90 * DAY),
    }),
  });
  const site = `${folder}/site`;
  const given = [site, '--from', `${folder}/list`, '--key', `${folder}/a.key`];
  return { site, add: (...options) => runCommand(publish, { rawArgs: [...given, ...options] }) };
}

test('a version may be valid for as long as readers believe one, and no longer', async () => {
  const { site, add } = publication();
  await expect(add('--next', '--days', '401')).rejects.toThrow('--days wants a whole number from 1 to 400');
  expect(existsSync(site)).toBe(false);
  await add('--next', '--days', '400');
  expect(await readLatest(site)).toMatchObject({ version: VERSION });
});

test('an unchanged list renews its dates with --next; without it, that is what is advised', async () => {
  const { site, add } = publication();
  await add('--next');
  await expect(add()).rejects.toThrow(`version ${VERSION}: same version, other bytes; add --next`);
  await add('--next');
  expect(await readLatest(site)).toMatchObject({ version: VERSION + 1 });
  await expect(add()).rejects.toThrow(`version ${VERSION}: older version; add --next`);
});

test('an unchanged list with its own dates is not published again', async () => {
  const { site, add } = publication();
  await add();
  await add();
  expect(await readLatest(site)).toMatchObject({ version: VERSION });
});
