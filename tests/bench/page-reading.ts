import { readDocument } from '../../utils/page/read.ts';
import { type Clock, runInSlices } from '../../utils/page/slice.ts';

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

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
