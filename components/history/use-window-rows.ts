import {
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Heights before a row is measured, in pixels. */
const ROW = 36;
const AHEAD = 20;

export interface WindowRows {
  /** Height of the whole list. */
  height: number;
  visible: { index: number; top: number }[];
  /** To be called with each row's element, which carries `data-index`. */
  measure: (element: HTMLElement | null) => void;
}

/** Which rows of a long list to draw, as the window scrolls. */
export function useWindowRows(count: number, margin: number): WindowRows {
  const [, redraw] = useReducer<number, null>((turn) => turn + 1, 0);
  const options = {
    count,
    scrollMargin: margin,
    getScrollElement: () => window,
    estimateSize: () => ROW,
    overscan: AHEAD,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    measureElement,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: () => window.scrollY,
    onChange: () => redraw(null),
  };
  const [rows] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  return {
    height: rows.getTotalSize(),
    visible: rows.getVirtualItems().map(({ index, start }) => ({ index, top: start - margin })),
    measure: rows.measureElement,
  };
}
