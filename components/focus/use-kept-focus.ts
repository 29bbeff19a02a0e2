import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface KeptFocus<Place extends HTMLElement> {
  /** Where the keyboard goes on. */
  place: RefObject<Place | null>;
  /** Notes where the keyboard stands. Called when a button is pressed that may go away with what it does. */
  hold(): void;
}

/**
 * The keyboard goes on at `place` once the button that it stood on is gone and the place is drawn: what was asked
 * for may take long, and may fail. Where the keyboard went elsewhere meanwhile, it stays there.
 */
export function useKeptFocus<Place extends HTMLElement>(): KeptFocus<Place> {
  const place = useRef<Place>(null);
  const held = useRef<Element | null>(null);
  // After every drawing: any of them may be the one that takes the button away.
  useEffect(() => {
    if (held.current === null || held.current.isConnected || place.current === null) return;
    held.current = null;
    if (document.activeElement === document.body) place.current.focus();
  });
  return {
    place,
    hold: () => {
      held.current = document.activeElement;
    },
  };
}
