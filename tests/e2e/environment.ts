import type { Environment } from 'vitest/runtime';

const ENDS = Symbol.for('what ends with the worker of the browser tests');
type Ending = () => Promise<void>;

/** Node as it is, with an end: files share their worker, and what they share is closed after the last of them. */
export default {
  name: 'browser-tests',
  viteEnvironment: 'ssr',
  setup(global) {
    const endings: Ending[] = [];
    global[ENDS] = endings;
    return { teardown: async () => void (await Promise.all(endings.map((end) => end()))) };
  },
} satisfies Environment;

/** Has something done when the worker ends. */
export function atWorkerEnd(end: Ending): void {
  (globalThis as unknown as { [ENDS]: Ending[] })[ENDS].push(end);
}
