import browser from 'webextension-polyfill';
import { buildNameIndex, type NameIndex } from '../../utils/landing/names.ts';
import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import { type ListIndex, openSnapshot } from '../../utils/list/lookup.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import type { HostSources } from '../../utils/verdict/judge-host.ts';

/** The list in use and what is derived from it. */
export interface Engine extends HostSources {
  list: ListIndex;
  /** SHA-256 of the snapshot's bytes, hex. */
  sha256: string;
  /** Names by which pages call the exchanges; built at the first Chinese page, once a list. */
  names(): NameIndex;
}

let loading: Promise<Engine> | null = null;

/** The engine once its list is readable. A failed load is tried again by the next caller. */
export function engine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const [bytes, tables] = await Promise.all([packed('/list/bundled.bin'), packed('/lookalike/tables.bin')]);
  const list = openSnapshot(bytes);
  const index = list.section(LOOKALIKE_SECTION);
  if (!index) throw new Error('the list has no index of lookalikes');
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  let names: NameIndex | null = null;
  return {
    list,
    lookalikes: openLookalike(tables, index.slice().buffer),
    sha256: hex(new Uint8Array(digest)),
    names() {
      names ??= buildNameIndex(list.exchanges());
      return names;
    },
  };
}

async function packed(path: '/list/bundled.bin' | '/lookalike/tables.bin'): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(path));
  return response.arrayBuffer();
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
