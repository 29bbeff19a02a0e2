/** One address on the way from the one asked for to the one shown. */
export interface Hop {
  url: string;
  /** How the journey came here: asked for, a server's redirect, or the page before (meta refresh, script). */
  by: 'asked' | 'server' | 'client';
  /** A `client` hop known by its timing alone: the browser called it a plain link. */
  inferred?: true;
}

export type How =
  | 'link'
  | 'typed'
  | 'bookmark'
  | 'form'
  | 'reload'
  | 'back-forward'
  | 'client-redirect'
  | 'prerender'
  | 'start'
  /** Found open when the worker started, or told of only after it was shown. */
  | 'sweep'
  | 'other';

export type DropReason =
  | 'download'
  | 'no content'
  | 'aborted'
  | 'certificate'
  /** The network's fault: no such name, no answer, refused. */
  | 'failed'
  | 'closed';

/** The document a tab shows. */
export interface ShownDocument {
  tabId: number;
  /** Unique for the document and stable across worker restarts: the browser's documentId, else made of tab, time and address. */
  key: string;
  /** The browser's own id, where it gave one. */
  documentId: string | null;
  url: string;
}

export interface Visit extends ShownDocument {
  kind: 'visit';
  /** The address of the journey's first hop. */
  askedFor: string;
  /** From the address asked for to the one shown, both included; at most MAX_CHAIN, the middle left out first. */
  chain: Hop[];
  how: How;
  /** Milliseconds since 1970, of the commit or the sweep. */
  at: number;
  /** Whether the person clicked or typed in the page before; absent where nobody reported it. */
  userGesture?: boolean;
}

/** Look the address up now: to warn early, and to have the answer ready. May come several times for one document. */
export interface Judge {
  kind: 'judge';
  tabId: number;
  url: string;
  phase: 'request' | 'redirect' | 'commit';
  documentId: string | null;
  chain: Hop[];
}

export type Decision =
  | Judge
  /** A document was committed in the top frame: exactly one for each document. */
  | Visit
  /** The address changed inside the document shown. */
  | (ShownDocument & { kind: 'inPage' })
  /** A document that had its visit came back, from the back/forward cache: the tab's state changes, no second flag. */
  | (ShownDocument & { kind: 'shownAgain' })
  /** A visit told before is known better now: Firefox tells of redirects and clicks after the page they led to. */
  | (ShownDocument & { kind: 'retold'; askedFor: string; chain: Hop[]; how: How })
  /** A navigation ended without a document. */
  | { kind: 'dropped'; tabId: number; url: string; askedFor: string; chain: Hop[]; reason: DropReason }
  /** The tab now shows what cannot be checked: a browser page, an extension's page, a file, an error page. */
  | { kind: 'elsewhere'; tabId: number; url: string; why: 'not the web' | 'error page' }
  | { kind: 'malformed'; field: string };
