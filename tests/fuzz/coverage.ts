import { Session } from 'node:inspector/promises';

/** V8's own account of the code that ran, read between batches of inputs. */
export interface Coverage {
  /** Characters of code that ran since the last call and never before; `keep`: they are known from now on. */
  news(keep: boolean): Promise<number>;
  /** Characters of code known to have run. */
  known(): number;
  stop(): Promise<void>;
}

/** Starts to look, in this thread, at files whose address matches. Code runs slower until `stop`. */
export async function startCoverage(part: RegExp): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** By script, one byte a character: 1 where it ran. */
  const reached = new Map<string, Uint8Array>();
  return {
    async news(keep) {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      let found = 0;
      for (const { scriptId, url, functions } of result) {
        if (!part.test(url)) continue;
        const ran = paint(functions);
        const before = reached.get(scriptId) ?? new Uint8Array(ran.length);
        const after = new Uint8Array(Math.max(before.length, ran.length));
        after.set(before);
        for (let at = 0; at < ran.length; at++) {
          if (ran[at] && !after[at]) {
            found++;
            after[at] = 1;
          }
        }
        if (keep) reached.set(scriptId, after);
      }
      return found;
    },
    known: () => [...reached.values()].reduce((sum, bytes) => sum + bytes.reduce((a, b) => a + b, 0), 0),
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      await session.post('Profiler.disable');
      session.disconnect();
    },
  };
}

interface RanFunction {
  ranges: { startOffset: number; endOffset: number; count: number }[];
}

/** Outer functions and blocks come before inner ones; a block that ran as often as the one around it is not told. */
function paint(functions: RanFunction[]): Uint8Array {
  const ranges = functions.flatMap((one) => one.ranges);
  const ran = new Uint8Array(ranges.reduce((end, { endOffset }) => Math.max(end, endOffset), 0));
  for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return ran;
}
