import browser from 'webextension-polyfill';
import type { Host } from '../../utils/domain/host.ts';
import { buildNameIndex, type NameIndex } from '../../utils/landing/names.ts';
import { type ListIndex, openSnapshot } from '../../utils/list/lookup.ts';
import { decide, type PageFinding } from '../../utils/verdict/decide.ts';
import type { FindingKind, SuccessionFinding, Verdict } from '../../utils/verdict/finding.ts';

/** The list in use and what is derived from it. */
export interface Engine {
  list: ListIndex;
  /** SHA-256 of the snapshot's bytes, hex. */
  sha256: string;
  /** Names by which pages call the exchanges; built at the first Chinese page, once a list. */
  names(): NameIndex;
}

/** What is known beside the host when a verdict is asked for. */
export interface Circumstances {
  page: PageFinding[];
  succession: SuccessionFinding | null;
  ignoredKinds: FindingKind[];
}

export const BARE: Circumstances = { page: [], succession: null, ignoredKinds: [] };

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
  const response = await fetch(browser.runtime.getURL('/list/bundled.bin'));
  const bytes = await response.arrayBuffer();
  const list = openSnapshot(bytes);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  let names: NameIndex | null = null;
  return {
    list,
    sha256: hex(new Uint8Array(digest)),
    names() {
      names ??= buildNameIndex(list.exchanges());
      return names;
    },
  };
}

/** The verdict on a host as the circumstances stand. */
export function judge({ list }: Engine, host: Host, circumstances: Circumstances): Verdict {
  return decide({
    host,
    list: { version: list.meta.version, issued: list.meta.issued },
    hits: list.find(host),
    protectedName: false,
    lookalike: null,
    ...circumstances,
  });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
