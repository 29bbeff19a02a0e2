import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { LEVELS } from '../../../utils/export/options.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { writeStix } from '../../../utils/export/stix.ts';
import { tableSchema } from '../../../utils/export/table-schema.ts';
import { markedFlag } from '../../fixtures/export/marked-flag.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';

/**
 * A folder with `stix/` (oasis-open/cti-stix2-json-schemas, branch stix2.1, its `schemas/`) and `datapackage/`
 * (datapackage.org, profiles 2.0): other people's files, so not kept here. See docs/analysis/README.md.
 */
const folder = process.env.ENSIGN_PUBLISHED_SCHEMAS;
const marked = fc.sample(markedFlag, { seed: 5, numRuns: 300 });
const source = memorySource({ flags: marked.map(({ flag }) => flag), edges: marked.map(({ edge }) => edge) });
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe.skipIf(!folder)('the published schemas accept', () => {
  it.each(LEVELS)('a STIX bundle at level %s', async (level) => {
    const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, logger: false });
    addFormats.default(ajv);
    for (const path of globSync(join(folder!, 'stix/**/*.json'))) ajv.addSchema(read(path));
    const schemaOf = (path: string) =>
      ajv.getSchema(
        `http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/${path}.json`,
      )!;
    const confirmed = new Set(marked.map(({ flag }) => flag.flag_id));
    const bundle = prepareExport(source, exportRequest({ level, query: true, title: true }));
    const text = new TextDecoder().decode(await bytesOf(writeStix(confirmed)(bundle)));
    const stix = JSON.parse(text) as { objects: { type: string }[] };
    const validBundle = schemaOf('common/bundle');
    expect(validBundle(asListed(stix)), JSON.stringify(validBundle.errors?.slice(0, 3))).toBe(true);
    const types = new Set<string>();
    for (const object of stix.objects) {
      const kind = /^(domain-name|url|ipv4-addr)$/.test(object.type) ? 'observables' : 'sdos';
      const valid = schemaOf(`${kind}/${object.type}`);
      expect(valid(object), `${JSON.stringify(object)} ${JSON.stringify(valid.errors)}`).toBe(true);
      types.add(object.type);
    }
    expect([...types]).toEqual(
      expect.arrayContaining(['domain-name', 'observed-data', 'note', 'grouping', 'indicator']),
    );
  });

  it('the Data Package and its Table Schemas', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    const bytes = await bytesOf(writeDataPackage(prepareExport(source, exportRequest())));
    const descriptor = JSON.parse(Buffer.from(unzipSync(bytes)['datapackage.json']!).toString());
    const validPackage = ajv.compile(read(join(folder!, 'datapackage/datapackage.json')));
    expect(validPackage(descriptor), JSON.stringify(validPackage.errors)).toBe(true);
    const validTable = ajv.compile(read(join(folder!, 'datapackage/tableschema.json')));
    for (const table of ['flags', 'daily', 'coverage', 'edges'] as const) {
      expect(validTable(tableSchema(table)), JSON.stringify(validTable.errors)).toBe(true);
    }
  });
});

/**
 * The bundle schema's list of objects lacks `note` and `grouping`, which have schemas of their own beside it;
 * and it tries every object against some forty schemas.
 */
function asListed(stix: { objects: { type: string }[] }) {
  return {
    ...stix,
    objects: stix.objects.filter(({ type }) => !/^(note|grouping)$/.test(type)).slice(0, 30),
  };
}
