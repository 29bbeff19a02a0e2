import type { PageSignals } from '../landing/page-signals.ts';
import { BEGINNING, Gatherer } from './gather.ts';
import { call, lastText, own, walk } from './walk.ts';

/** Text below which a page counts as empty: then its `<template>`s are read. */
const NEARLY_EMPTY = 60;
const TEMPLATES = 3;
const FRAMES_READ = 3;
/** Letters read of the end of a long page. */
const END = 900;

/** One reading of a page, in steps. `finish` may come before the last step: it gives what was read until then. */
export interface PageReading {
  /** The page itself. */
  page: Generator<void, void>;
  /** Frames met by `page`, less those of a page without Chinese. */
  frames(): HTMLIFrameElement[];
  /** The first of these frames; those of other origins have no document to read. */
  inside(frames: HTMLIFrameElement[]): Generator<void, void>;
  finish(): PageSignals;
}

/** `address`: the page's, for relative links and to tell its own host. */
export function readDocument(document: Document, address: string): PageReading {
  const gatherer = new Gatherer(address);
  function* page(): Generator<void, void> {
    gatherer.head(document);
    const root = own<Element | null>(document, 'documentElement');
    if (!root) return;
    yield* walk(root, gatherer, document);
    if (gatherer.letters >= BEGINNING) gatherer.end(lastText(root, END, document));
    if (gatherer.letters >= NEARLY_EMPTY) return;
    const templates = call<HTMLCollectionOf<HTMLTemplateElement>>(
      document,
      'getElementsByTagName',
      'template',
    );
    for (let i = 0; i < TEMPLATES; i++) {
      const content = templates.item(i)?.content;
      if (content) yield* walk(content, gatherer, document);
    }
  }
  function* inside(frames: HTMLIFrameElement[]): Generator<void, void> {
    for (const frame of frames.slice(0, FRAMES_READ)) {
      const inner = frame.contentDocument;
      const root = inner && own<Element | null>(inner, 'documentElement');
      if (inner && root) yield* walk(root, gatherer, inner);
    }
  }
  return {
    page: page(),
    frames: () => (gatherer.done() ? [] : gatherer.frames.filter((frame) => frame.contentDocument)),
    inside,
    finish: () => gatherer.finish(),
  };
}

/** The whole reading at once: for files, where nobody waits for a frame to be painted. */
export function readAtOnce(document: Document, address: string): PageSignals {
  const reading = readDocument(document, address);
  for (const _ of reading.page);
  for (const _ of reading.inside(reading.frames()));
  return reading.finish();
}
