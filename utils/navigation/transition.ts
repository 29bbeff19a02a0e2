import { samePage } from './address.ts';
import type { How } from './decision.ts';
import type { Shown } from './state.ts';

/** A redirect that the browser marks as one may wait: "you will be taken there in ten seconds". */
export const MARKED_REDIRECT_MS = 15_000;
/** One that it does not mark must come soon, and without a click in the page. */
export const UNMARKED_REDIRECT_MS = 5_000;

export interface Transition {
  how: How;
  /** Set for a client redirect that is known by its timing alone. */
  inferred: boolean;
}

interface Commit {
  url: string;
  timeStamp: number;
  transitionType: string;
  transitionQualifiers: string[];
}

/**
 * How a document came to be shown, after the one before it in the tab.
 * Chromium marks redirects by meta refresh, and by script before the page has loaded; Firefox marks the first
 * alone. Others are plain links, so a link within five seconds of the page before, with no click in that
 * page, is taken for a redirect.
 */
export function readTransition(commit: Commit, before: Shown | null): Transition {
  const { transitionType: type, transitionQualifiers: qualifiers } = commit;
  if (qualifiers.includes('forward_back')) return plain('back-forward');
  if (type === 'reload') return plain('reload');
  if (qualifiers.includes('from_address_bar')) return plain('typed');
  if (before && isRedirect(commit, before)) {
    if (samePage(before.url, commit.url)) return plain('reload');
    return { how: 'client-redirect', inferred: !qualifiers.includes('client_redirect') };
  }
  return plain(BY_TYPE[type] ?? 'other');
}

function isRedirect(commit: Commit, before: Shown): boolean {
  const waited = commit.timeStamp - before.at;
  if (waited < 0) return false;
  if (commit.transitionQualifiers.includes('client_redirect')) return waited <= MARKED_REDIRECT_MS;
  return !before.gesture && commit.transitionType === 'link' && waited <= UNMARKED_REDIRECT_MS;
}

function plain(how: How): Transition {
  return { how, inferred: false };
}

/** webNavigation.TransitionType. */
const BY_TYPE: Record<string, How> = {
  link: 'link',
  typed: 'typed',
  generated: 'typed',
  keyword: 'typed',
  keyword_generated: 'typed',
  auto_bookmark: 'bookmark',
  form_submit: 'form',
  start_page: 'start',
  auto_toplevel: 'start',
};
