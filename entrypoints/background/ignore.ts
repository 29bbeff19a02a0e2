import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import type { IgnoreEntry } from '../../utils/settings/settings.ts';
import { changeSettings } from '../../utils/settings/store.ts';
import { inOrder } from './in-order.ts';
import { keep } from './kept-session.ts';
import { recordAction } from './recorder.ts';
import { session } from './session.ts';
import { decideOn } from './tab-document.ts';
import { isDocument } from './tab-state.ts';
import { noteAct } from './warning.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long the terms with an end last, ms. */
const LASTS: Partial<Record<IgnoreEntry['term'], number>> = { day: DAY, week: 7 * DAY };

/** Silences kinds of findings on a domain, and shows the open tabs anew. */
export async function ignore(
  request: Pick<IgnoreEntry, 'domain' | 'kinds' | 'term' | 'record'>,
): Promise<void> {
  const now = new Date();
  const lasts = LASTS[request.term];
  const until = lasts === undefined ? null : new Date(now.getTime() + lasts).toISOString();
  const kinds = [...new Set(request.kinds)];
  const host = parseHost(request.domain);
  // A flag may name a host below the domain that is ignored.
  const domain = isBadHost(host) ? request.domain : siteOf(host);
  const entry = { ...request, domain, kinds, id: crypto.randomUUID(), since: now.toISOString(), until };
  await changeSettings(({ ignored }) => ({ ignored: [...ignored, entry] }));
  await judgeAgain(domain, true);
}

/** Takes back all that is ignored on a domain. */
export async function unignoreDomain(domain: string): Promise<void> {
  await changeSettings(({ ignored }) => ({ ignored: ignored.filter((entry) => entry.domain !== domain) }));
  await judgeAgain(domain, false);
}

/** Takes an ignore entry back. */
export async function unignore(id: string): Promise<void> {
  let domain = '';
  await changeSettings(({ ignored }) => {
    domain = ignored.find((entry) => entry.id === id)?.domain ?? '';
    return { ignored: ignored.filter((entry) => entry.id !== id) };
  });
  await judgeAgain(domain, false);
}

function judgeAgain(domain: string, ignored: boolean): Promise<void> {
  return inOrder(async () => {
    const state = await session();
    for (const warnings of Object.values(state.warnings)) {
      const warning = warnings.findLast(({ left, verdict }) => !left && siteOf(verdict.host) === domain);
      if (!ignored || !warning) continue;
      warning.continued = true;
      await noteAct(state, warning, 'ignored');
    }
    await keep(state, 'warnings');
    for (const [tabId, view] of Object.entries(state.tabs)) {
      if (!isDocument(view)) continue;
      const host = parseHost(view.url);
      if (isBadHost(host) || siteOf(host) !== domain) continue;
      await decideOn(state, Number(tabId), view);
      if (ignored) await recordAction(state, view, 'ignored');
    }
  });
}
