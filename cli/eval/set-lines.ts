import { createReadStream } from 'node:fs';
import * as v from 'valibot';
import { issueWords } from '../issue-words.ts';
import { readLines } from '../scan/lines.ts';
import type { SetFaults } from './set-faults.ts';

/** A line of a labelled set that holds something, and where: 'sets/quiet.txt:3'. */
export interface SetLine {
  place: string;
  text: string;
}

/** The lines of a set's file; what is no text goes to the faults, and so does a file without any line. */
export async function* setLines(file: string, faults: SetFaults): AsyncGenerator<SetLine> {
  let number = 0;
  let empty = true;
  for await (const lines of readLines(createReadStream(file))) {
    for (const line of lines) {
      const place = `${file}:${++number}`;
      if (typeof line === 'string' && line.trim() === '') continue;
      empty = false;
      if (typeof line === 'string') yield { place, text: line.trim() };
      else faults.add(place, line.fault);
    }
  }
  if (empty) faults.add(file, 'holds nothing');
}

/** The rows of a file of JSON lines; what the schema refuses goes to the faults. */
export async function* setRows<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  faults: SetFaults,
): AsyncGenerator<SetLine & { row: v.InferOutput<Schema> }> {
  const rowSchema = v.pipe(v.string(), v.parseJson(undefined, 'not a line of JSON'), schema);
  for await (const line of setLines(file, faults)) {
    const { success, output, issues } = v.safeParse(rowSchema, line.text);
    if (success) yield { ...line, row: output };
    else faults.add(line.place, issueWords(issues[0]));
  }
}
