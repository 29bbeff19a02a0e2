import { writeFile } from 'node:fs/promises';
import { tableSchema } from '../../utils/export/table-schema.ts';
import { codebookText } from './codebook-text.ts';
import { flagJsonSchema } from './json-schema.ts';

/** The generated documents by path from the repository's root; a test compares them with what is committed. */
export function generatedDocuments(): Record<string, string> {
  return {
    'docs/codebook.md': codebookText(),
    'docs/flag.schema.json': `${JSON.stringify(flagJsonSchema(), null, 2)}\n`,
    'docs/flags.table-schema.json': `${JSON.stringify(tableSchema('flags'), null, 2)}\n`,
  };
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(generatedDocuments())) await writeFile(path, text);
}
