import browser from 'webextension-polyfill';
import { isManaged, NO_POLICY, type Policy, parsePolicy } from './policy.ts';
import { POLICY_KEY } from './stored-keys.ts';

const FIRST_READ = 'policyFirstRead';
/**
 * Chromium answers empty until its start counts as complete: seconds on a quiet machine (measured: up to 4.6), three
 * minutes at the latest where no tab in sight comes to rest.
 */
const SETTLED_MS = 200_000;
/** The last finds a policy taken away: an empty answer is final by then. */
const LATER_LOOKS_MS = [2_000, 10_000, SETTLED_MS + 2_000];

/**
 * The policy in force. An empty answer soon after the browser's start is not taken as final. What cannot be remembered,
 * on a full disk, is in force all the same.
 */
export async function readPolicy(now = Date.now()): Promise<Policy> {
  const managed = await readManaged();
  const policy = parsePolicy(managed);
  const stored = (await browser.storage.local.get(POLICY_KEY))[POLICY_KEY];
  if (isManaged(policy) || policy.refused.length > 0) {
    if (JSON.stringify(stored) !== JSON.stringify(managed)) {
      await browser.storage.local.set({ [POLICY_KEY]: managed }).catch(console.error);
    }
    return policy;
  }
  if (stored === undefined) return NO_POLICY;
  const first = (await browser.storage.session.get(FIRST_READ))[FIRST_READ] as number | undefined;
  if (first === undefined) await browser.storage.session.set({ [FIRST_READ]: now }).catch(console.error);
  if (first === undefined || now - first < SETTLED_MS) return parsePolicy(stored);
  await browser.storage.local.remove(POLICY_KEY).catch(console.error);
  return NO_POLICY;
}

/**
 * Looks at policy again soon after a start: it can come just after a worker's first look and before its listening
 * is known, and is then told by no event. What is found is remembered, and that is one.
 */
export function lookAgainAtPolicy(onError: (error: unknown) => void): void {
  for (const wait of LATER_LOOKS_MS) setTimeout(() => void readPolicy().catch(onError), wait);
}

/** Firefox refuses where no policy file exists; that is no policy. */
async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}
