import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask } from '../../../cli/flags/ask.ts';
import { type Duck, openDuck } from '../../../cli/flags/duck.ts';
import { folderOf } from '../../fixtures/folder.ts';

let duck: Duck;
let printed: string;
beforeEach(async () => {
  duck = await openDuck(folderOf({}));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  duck.close();
  vi.restoreAllMocks();
});

async function answered(sql: string): Promise<string> {
  await ask(duck, `${folderOf({ 'q.sql': sql })}/q.sql`, {});
  return printed;
}

test('every row is printed', async () => {
  const lines = (await answered('SELECT range AS n FROM range(50) ORDER BY n; -- fifty')).trim().split('\n');
  expect(lines).toEqual(['n', ...Array.from({ length: 50 }, (_, n) => String(n))]);
});

test('fields within a value are printed and saved as JSON', async () => {
  const folder = folderOf({ 'in.sql': "SELECT [{'a': 1}] AS x, ['b', 'c'] AS y" });
  await ask(duck, `${folder}/in.sql`, { out: `${folder}/out` });
  expect(printed).toBe('x          y\n[{"a":1}]  b,c\n');
  expect(readFileSync(`${folder}/out/in.csv`, 'utf8')).toBe('x,y\r\n"[{""a"":1}]","b,c"\r\n');
});

test.each([
  ['SELECT 1 AS a; SELECT 2 AS b', '2 statements: ask one at a time'],
  ['-- nothing\n', 'holds no statement'],
  ['SELEC', 'syntax error'],
])('%j is refused', async (sql, why) => {
  await expect(answered(sql)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(why) });
  expect(printed).toBe('');
});
