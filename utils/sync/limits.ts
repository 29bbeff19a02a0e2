/** How long an answer may take and how much of it is read. Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** Bytes read before the rest is refused, counted after decompression while they arrive. */
  maxBytes: number;
  /** The whole answer, from asking to its last byte. */
  totalMs: number;
  /** Between two arrivals, the first included. */
  idleMs: number;
  /** An answer slower than this on average is given up once `slowAfterMs` have passed. */
  minBytesPerSecond: number;
  slowAfterMs: number;
}

/** Pace of a request, without its size. */
export type Pace = Omit<FetchLimits, 'maxBytes'>;

/** Below the five minutes after which Chromium ends a worker's event, whatever it is doing. */
export const PACE: Pace = {
  totalMs: 4 * 60_000,
  idleMs: 20_000,
  minBytesPerSecond: 1024,
  slowAfterMs: 15_000,
};
