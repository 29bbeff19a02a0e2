import type { PageSignals } from '../landing/page-signals.ts';
import { framesOnScreen } from './frames.ts';
import { readDocument } from './read.ts';
import { type Clock, pageClock, runInSlices } from './slice.ts';
import { own } from './walk.ts';

/** Readings of one address, the first included. */
const READINGS = 4;
/** A page has settled when it has not changed for this long, or has gone on changing for that long. */
const SETTLED_MS = 700;
const RESTLESS_MS = 2_500;
/** Frames met at the first reading are read again after this time. */
const FRAMES_FILLED_MS = 2_000;
/** After this time at an address, changes are no longer watched. */
const WATCH_MS = 20_000;
/** Between the first readings of two addresses: a page may change its own as often as it likes. */
const APART_MS = 1_000;

export interface ObserveOptions {
  /**
   * Told after each reading that differs from the last. A page without Chinese has title, language and counts
   * only. Nothing of the page is kept but a short fingerprint of what was told.
   */
  onSignals: (signals: PageSignals) => void;
  clock?: Clock;
}

export interface Observation {
  /**
   * Reads anew where the address has changed, or the page is parsed by now, or shown again: what the page is not told,
   * or keeps from the script.
   */
  lookAgain(): void;
  /** Ends the observation for good: the script is orphaned, or the page is left. */
  stop(): void;
}

const nothing = (): void => undefined;

const fingerprint = (signals: PageSignals): string =>
  JSON.stringify([
    signals.title,
    signals.text.length,
    signals.scripts,
    signals.links.length,
    signals.headings[0] ?? '',
  ]);

/**
 * Reads the page now, again when it has settled, and on every new address, at most four times an address. Rests while the page is in the back-forward cache. Call in the top frame.
 */
export function observePage(
  document: Document,
  { onSignals, clock = pageClock }: ObserveOptions,
): Observation {
  const window = own<Window & typeof globalThis>(document, 'defaultView');
  let address = window.location.href;
  let readings = 0;
  let last = '';
  let stopped = false;
  let resting = false;
  let unparsed = false;
  let watchedSince = clock.now();
  let begun = Number.NEGATIVE_INFINITY;
  let restlessSince: number | null = null;
  let cancelReading: () => void = nothing;
  let cancelSettling: () => void = nothing;

  const tell = (signals: PageSignals): void => {
    const print = `${address}\n${fingerprint(signals)}`;
    if (print === last) return;
    last = print;
    onSignals(signals);
  };
  const read = (): void => {
    cancelReading();
    readings++;
    const reading = readDocument(document, address);
    const finish = () => tell(reading.finish());
    let cancelFrames = nothing;
    // It may end at once, and have begun the frames by then.
    const cancelPage = runInSlices(reading.page, clock, () => {
      const frames = reading.frames();
      // A frame fills without a change of the page around it.
      if (frames.length > 0 && readings === 1) {
        cancelSettling();
        cancelSettling = clock.after(FRAMES_FILLED_MS, settled);
      }
      if (frames.length === 0) {
        finish();
        return;
      }
      cancelFrames = framesOnScreen(frames, clock, (shown) => {
        const chosen = frames.filter((frame) => shown.has(frame));
        cancelFrames = runInSlices(reading.inside(chosen), clock, finish);
      });
    });
    cancelReading = () => {
      cancelPage();
      cancelFrames();
    };
  };

  const changes = new window.MutationObserver(() => changed());
  const watch = (): void => {
    const root = own<Element | null>(document, 'documentElement');
    // A reading may have ended it.
    if (!stopped && root) {
      changes.observe(root, { childList: true, subtree: true, characterData: true });
    }
  };
  /** One record of a change is enough: the observer rests for a moment, then waits for the page to be still. */
  function changed(): void {
    changes.disconnect();
    cancelSettling();
    const now = clock.now();
    restlessSince ??= now;
    if (now - restlessSince >= RESTLESS_MS) {
      settled();
      return;
    }
    cancelSettling = clock.after(SETTLED_MS / 2, () => {
      if (moved()) return;
      watch();
      cancelSettling = clock.after(SETTLED_MS / 2, settled);
    });
  }
  function settled(): void {
    changes.disconnect();
    restlessSince = null;
    if (moved() || readings >= READINGS) return;
    read();
    if (readings < READINGS && clock.now() - watchedSince < WATCH_MS) watch();
  }
  function begin(): void {
    resting = false;
    unparsed = own<DocumentReadyState>(document, 'readyState') === 'loading';
    address = window.location.href;
    readings = 0;
    watchedSince = clock.now();
    restlessSince = null;
    cancelReading();
    cancelSettling();
    changes.disconnect();
    // Never at once: the caller has its answer before it is told of anything.
    cancelReading = clock.after(Math.max(0, begun + APART_MS - watchedSince), () => {
      begun = clock.now();
      read();
      watch();
    });
  }
  /** A page changes its address without telling anyone: any change of the page is a time to look. */
  function moved(): boolean {
    if (stopped || window.location.href === address) return false;
    begin();
    return true;
  }
  function rest(): void {
    cancelReading();
    cancelSettling();
    changes.disconnect();
  }
  function wake(): void {
    // The tab has shown another page since, and what was told of this one is no longer kept.
    last = '';
    begin();
  }
  // A page makes such events too.
  const onHidden = (event: PageTransitionEvent): void => {
    if (!event.isTrusted) return;
    resting = true;
    rest();
  };
  const onShown = (event: PageTransitionEvent): void => {
    if (event.isTrusted && event.persisted) wake();
  };
  const onMoved = () => void moved();
  const lookAgain = (): void => {
    if (stopped) return;
    if (resting) wake();
    else if (unparsed && own<DocumentReadyState>(document, 'readyState') !== 'loading') begin();
    else moved();
  };

  window.addEventListener('pagehide', onHidden);
  window.addEventListener('pageshow', onShown);
  window.addEventListener('popstate', onMoved);
  window.addEventListener('hashchange', onMoved);
  begin();
  return {
    lookAgain,
    stop: () => {
      stopped = true;
      rest();
      window.removeEventListener('pagehide', onHidden);
      window.removeEventListener('pageshow', onShown);
      window.removeEventListener('popstate', onMoved);
      window.removeEventListener('hashchange', onMoved);
    },
  };
}
