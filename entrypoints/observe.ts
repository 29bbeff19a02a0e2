import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageSignals } from '../utils/landing/page-signals.ts';
import type { Reply } from '../utils/messaging/channel.ts';
import { onEarlyGesture } from '../utils/page/gesture.ts';
import { type Observation, observePage } from '../utils/page/observe.ts';
import { extensionApi } from './surface/in-page/extension-api.ts';

/** The polyfill would be half of the script, and both browsers answer a message with a promise without it. */
const browser = extensionApi();

/** A worker killed while it answers is started by the next try, and finds the page. */
const TRIES = 3;
/** One that answers, and could not finish, may have met what passes: a tab just closing, a file not read. */
const TRIES_AFTER_FAILURE = 2;
const NEXT_TRY_MS = 300;

/**
 * The global's own property of this name holds the observation of a script that is here already: it only looks whether
 * the address has changed. The page does not see the script's world; what its elements are named is no own property.
 */
const HERE = 'ensignReads';

/**
 * The content script: observes the page and tells the background; once an update has orphaned it, it ends
 * without a word. Put in by the background when the page has loaded or has changed its address, and as it is: a
 * framework's wrapper would announce it to the page.
 */
export default defineUnlistedScript(() => {
  if (Object.hasOwn(globalThis, HERE)) {
    (Reflect.get(globalThis, HERE) as Observation).lookAgain();
    return;
  }
  onEarlyGesture(window, (at) => {
    if (browser.runtime?.id) browser.runtime.sendMessage({ kind: 'gesture', payload: { at } }).catch(forget);
  });
  const observation: Observation = observePage(document, {
    onSignals: (payload) => {
      latest = payload;
      tell(payload, observation, 1);
    },
  });
  Reflect.set(globalThis, HERE, observation);
});

/** A newer reading says more: an older one is not told after it. */
let latest: PageSignals;

function tell(payload: PageSignals, observation: Observation, tried: number): void {
  if (!browser.runtime?.id) {
    observation.stop();
    return;
  }
  browser.runtime
    .sendMessage({ kind: 'assessPage', payload })
    .then(
      (answer) => (isFailure(answer) ? TRIES_AFTER_FAILURE : 0),
      () => TRIES,
    )
    .then((tries) => {
      if (tried < tries) setTimeout(() => tellAgain(payload, observation, tried + 1), NEXT_TRY_MS);
      else if (!browser.runtime?.id) observation.stop();
    });
}

function tellAgain(payload: PageSignals, observation: Observation, tried: number): void {
  if (payload === latest) tell(payload, observation, tried);
}

/** Whether the background took the page in and could not finish with it. */
function isFailure(answer: unknown): boolean {
  const reply = answer as Reply<unknown> | undefined;
  return typeof reply === 'object' && 'refused' in reply && reply.refused === 'failed';
}

/** Nobody hears it once an update has orphaned the script. */
function forget(): void {
  if (browser.runtime?.id) console.debug('the background did not answer');
}
