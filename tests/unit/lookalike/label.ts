import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { LabelText } from '../../../utils/lookalike/label-text.ts';
import { readTables } from '../../../utils/lookalike/tables.ts';

export const tables = readTables(buildTables(readWeights()).buffer);

/** Tables of one's own: an index takes names out of the lexicon. */
export const ownTables = () => ({ ...tables, wordCosts: tables.wordCosts.slice() });

/** A label as the matcher reads it; of a host the first `length` characters. */
export function labelOf(text: string, length = text.length): LabelText {
  const label = new LabelText();
  label.read(text, 0, length, tables);
  return label;
}
