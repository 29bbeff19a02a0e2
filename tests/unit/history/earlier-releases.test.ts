import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { openHistory } from '../../../utils/history/database.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { FlagReader } from '../../../utils/history/flag-reader.ts';
import { FlagRecordSchema } from '../../../utils/history/flag-schema.ts';
import { matchingIds, queryFlags } from '../../../utils/history/query.ts';
import { parseSettings } from '../../../utils/settings/settings.ts';
import { layDatabase, type StoredData } from '../../e2e/upgrade/stored-data.ts';

const FOLDER = 'tests/fixtures/releases/';
describe.each(readdirSync(FOLDER))('what version %s stored', (file) => {
  const { databases, local } = JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as StoredData;
  const recorded = databases[0]!;
  const rowsOf = (name: string) => recorded.stores.find((store) => store.name === name)?.rows ?? [];

  test('every row of its history is read as it was, and found by search', async () => {
    await layDatabase(recorded);
    const database = await openHistory(recorded.name);
    for (const { name, rows } of recorded.stores) {
      expect(await database.getAll(name as 'flags')).toEqual(rows.map(({ value }) => value));
    }
    const reader = new FlagReader(database);
    const { flags } = await queryFlags(reader, EVERYTHING, 0, 100);
    expect(flags.map(({ flag_id }) => flag_id).toSorted()).toEqual(rowsOf('flags').map(({ key }) => key));
    expect(await matchingIds(reader, { ...EVERYTHING, exchange: 'okx' })).toHaveLength(1);
    database.close();
  });

  test('every flag is one that today can be exported', () => {
    for (const { value } of rowsOf('flags')) {
      const { local: _local, ...flag } = value as { local: object };
      expect(v.safeParse(FlagRecordSchema, flag).issues).toBeUndefined();
    }
  });

  test('its settings hold as they were chosen', () => {
    const chosen = local.settings as object;
    expect(parseSettings(chosen)).toMatchObject(chosen);
  });
});
