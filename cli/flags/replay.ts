import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { defineCommand } from 'citty';
import { ImportError } from '../../utils/export/import-error.ts';
import { openExport } from '../../utils/export/open-export.ts';
import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { SnapshotError } from '../../utils/list/snapshot-error.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import type { HostSources } from '../../utils/verdict/judge-host.ts';
import { detectorOfFolder } from '../detector/of-folder.ts';
import { firstOf } from '../first-of.ts';
import { compileList } from '../list/compile.ts';
import { readRecords } from '../list/read-records.ts';
import { readSnapshot } from '../list/read-snapshot.ts';
import { buildTables, readWeights } from '../lookalike/build-tables.ts';
import { CommandFailure } from '../outcome.ts';
import { openFile } from './open-file.ts';
import { replayFlag } from './replay-flag.ts';
import { watchIds } from './watch-ids.ts';

/** `ensign flags replay` */
export const replay = defineCommand({
  meta: {
    name: 'replay',
    description: 'Judge every flag again: one JSON line for each that differs, with what explains it',
  },
  args: {
    input: { type: 'positional', required: true, description: 'an NDJSON file or a Data Package' },
    list: { type: 'string', description: 'snapshot to judge by; without it the records of this folder' },
  },
  async run({ args }) {
    const detector = detectorOfFolder();
    const bytes = args.list ? await readSnapshot(args.list) : await compileList(await readRecords());
    const counts = { flags: 0, equal: 0, explained: 0, unexplained: 0 };
    const detectors = new Set<string>();
    try {
      const judge = {
        sources: sourcesOf(bytes),
        listSha256: createHash('sha256').update(bytes).digest('hex'),
        detector,
      };
      const { opened, watched } = watchIds(await openExport(await openFile(args.input)));
      const lines = async function* () {
        for await (const read of opened.flags()) {
          if ('fault' in read) throw new CommandFailure(`line ${read.line}: ${read.fault} ${read.detail}`, 1);
          const replayed = replayFlag(read.flag, judge);
          detectors.add(read.flag.detector_version);
          counts.flags += 1;
          counts[replayed.result] += 1;
          if (replayed.result !== 'equal') yield `${JSON.stringify(replayed)}\n`;
        }
      };
      await pipeline(lines, process.stdout, { end: false });
      for (const odd of watched.oddities()) process.stderr.write(`${args.input}: ${odd}\n`);
    } catch (error) {
      if (error instanceof SnapshotError)
        throw new CommandFailure(`${args.list} is no list: ${error.message}`, 2, { cause: error });
      if (!(error instanceof ImportError)) throw error;
      throw new CommandFailure(`${args.input}: ${error.message}`, 1, { cause: error });
    }
    process.stderr.write(`${JSON.stringify(counts)}\n`);
    sayDetectors(detectors, detector);
    if (counts.unexplained > 0) throw new CommandFailure(`${counts.unexplained} differ without a reason`, 1);
  },
});

/** A verdict may be equal by other code, or differ because of it: that the code is another is said in any case. */
function sayDetectors(recorded: ReadonlySet<string>, replaying: string): void {
  const others = [...recorded].filter((version) => version !== replaying).sort();
  if (others.length === 0) return;
  const named = firstOf(others.map((version) => JSON.stringify(version)));
  process.stderr.write(`replayed by detector "${replaying}"; recorded by ${named}\n`);
}

/** The engine over a snapshot's bytes. */
export function sourcesOf(bytes: Uint8Array<ArrayBuffer>): HostSources {
  const list = openSnapshot(bytes.buffer);
  const index = list.section(LOOKALIKE_SECTION);
  if (!index) throw new CommandFailure('the list has no index of lookalikes', 1);
  return { list, lookalikes: openLookalike(buildTables(readWeights()).buffer, index.slice().buffer) };
}
