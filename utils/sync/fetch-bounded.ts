import { type FetchFault, isFetchFault, parseRetryAfter } from './fetch-fault.ts';
import type { FetchLimits } from './limits.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a static host may call a file of ours; pages and pictures are somebody else's answer. */
const FILE_TYPES = /^(?:application\/(?:json|octet-stream|x-binary)|binary\/octet-stream|text\/plain)$/;

/** Nothing that would let a host tell two users apart: no cookies, no referrer, no validators of an earlier answer. */
const ANONYMOUS: RequestInit = {
  credentials: 'omit',
  referrer: '',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'manual',
};

interface Progress {
  /** Bytes. */
  received: number;
  /** Since the last bytes. */
  idleMs: number;
}

/** Fetches one file of the list's host within limits. */
export async function fetchBounded(
  { fetch, now }: { fetch: Fetch; now(): number },
  url: string,
  limits: FetchLimits,
  onProgress: (received: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer> | FetchFault> {
  const controller = new AbortController();
  const progress: Progress = { received: 0, idleMs: 0 };
  const watch = watchPace(controller, progress, limits);
  try {
    const response = await fetch(url, { ...ANONYMOUS, signal: controller.signal });
    progress.idleMs = 0;
    const fault = refuseHead(response, limits.maxBytes, now());
    return fault ?? (await readBody(response, limits.maxBytes, progress, onProgress));
  } catch (error) {
    const given: unknown = controller.signal.reason;
    if (controller.signal.aborted && typeof given === 'object' && given && isFetchFault(given)) return given;
    return { fault: 'no answer', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearInterval(watch);
    controller.abort();
  }
}

/**
 * Aborts with the fault as the reason once the answer stalls, crawls, or takes too long. Steps are counted, not read off
 * a clock: while the machine sleeps or is held up, nothing is learnt about the host.
 */
function watchPace(
  controller: AbortController,
  progress: Progress,
  limits: FetchLimits,
): ReturnType<typeof setInterval> {
  const stepMs = Math.max(5, Math.min(1000, limits.idleMs / 4));
  let elapsedMs = 0;
  return setInterval(() => {
    elapsedMs += stepMs;
    progress.idleMs += stepMs;
    const crawls =
      elapsedMs > limits.slowAfterMs && progress.received * 1000 < limits.minBytesPerSecond * elapsedMs;
    if (crawls || elapsedMs > limits.totalMs || progress.idleMs > limits.idleMs) {
      controller.abort({ fault: 'too slow', received: progress.received } satisfies FetchFault);
    }
  }, stepMs);
}

function refuseHead(response: Response, maxBytes: number, now: number): FetchFault | null {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return { fault: 'redirected' };
  if (status !== 200) {
    return { fault: 'status', status, retryAfterMs: parseRetryAfter(headers.get('retry-after'), now) };
  }
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (type !== '' && !FILE_TYPES.test(type)) return { fault: 'wrong type', type };
  if (Number(headers.get('content-length') ?? 0) > maxBytes) return { fault: 'too large', limit: maxBytes };
  return null;
}

/** Reads until the end or the limit, whichever comes first: a decompression bomb is cut, not unpacked. */
async function readBody(
  response: Response,
  maxBytes: number,
  progress: Progress,
  onProgress: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer> | FetchFault> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    progress.received += step.value.length;
    progress.idleMs = 0;
    if (progress.received > maxBytes) return { fault: 'too large', limit: maxBytes };
    chunks.push(step.value);
    onProgress(progress.received);
  }
  const bytes = new Uint8Array(progress.received);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
