import { readDocument } from '../../utils/page/read.ts';
import { type Clock, runInSlices } from '../../utils/page/slice.ts';

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const WARM_UP = 60;

/** Makes the layout out of date in the cheapest way, so that innerText is as cheap as it can be. */
function dirty(): void {
  document.body.append(document.createTextNode(' '));
}

function timed(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/** One whole reading as the content script does it: the sum of its slices, and the longest of them. */
function readInSlices(): Promise<{ sum: number; longest: number }> {
  return new Promise((resolve) => {
    let sum = 0;
    let longest = 0;
    const add = (ms: number) => {
      sum += ms;
      longest = Math.max(longest, ms);
    };
    let ended = false;
    const clock: Clock = {
      now: () => performance.now(),
      after(_, slice) {
        const timer = setTimeout(() => {
          add(timed(slice));
          if (ended) resolve({ sum, longest });
        });
        return () => clearTimeout(timer);
      },
    };
    add(
      timed(() => {
        const reading = readDocument(document, location.href);
        runInSlices(reading.page, clock, () => {
          JSON.stringify(reading.finish());
          ended = true;
        });
      }),
    );
    if (ended) resolve({ sum, longest });
  });
}

/** Medians in milliseconds; of each round the longest slice. */
export async function measure(
  rounds: number,
  withInnerText: boolean,
): Promise<{ innerText: number; reading: number; longestSlice: number }> {
  const innerText: number[] = [];
  const reading: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < rounds; round++) {
    dirty();
    const { sum, longest: slice } = await readInSlices();
    reading.push(sum);
    longest.push(slice);
    if (!withInnerText) continue;
    dirty();
    innerText.push(timed(() => void document.body.innerText));
  }
  return { innerText: median(innerText), reading: median(reading), longestSlice: median(longest) };
}

/** One whole reading in milliseconds, with the layout dirty. */
export async function readOnce(): Promise<number> {
  dirty();
  return (await readInSlices()).sum;
}

/** The ratio of this reading to another of the same page, by turns: its median, and the bounds of that (95%). */
export async function compare(
  other: { readOnce: () => Promise<number> },
  pairs: number,
): Promise<{ ratio: number; low: number; high: number }> {
  // Neither begins with code that the browser has compiled already, and the other has to.
  for (let round = 0; round < WARM_UP; round++) {
    await readOnce();
    await other.readOnce();
  }
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const first = pair % 2 === 0;
    const one = first ? await readOnce() : await other.readOnce();
    const two = first ? await other.readOnce() : await readOnce();
    ratios.push(first ? one / two : two / one);
  }
  ratios.sort((a, b) => a - b);
  // Order statistics: the median lies between these two by the binomial distribution.
  const off = Math.ceil(0.98 * Math.sqrt(pairs));
  const at = (place: number) => ratios[Math.min(pairs - 1, Math.max(0, place))] ?? Number.NaN;
  const middle = Math.floor(pairs / 2);
  return { ratio: median(ratios), low: at(middle - off), high: at(middle + off) };
}
