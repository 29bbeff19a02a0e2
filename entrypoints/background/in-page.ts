import browser from 'webextension-polyfill';
import { pageState } from '../../components/models/page-state.ts';
import type { JudgedPage } from '../../components/models/popup.ts';
import type { IgnoreTerm } from '../../components/models/settings.ts';
import type { WarningModel } from '../../components/models/warning.ts';
import type { Sender } from '../../utils/messaging/sender.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { InPage } from '../surface/in-page/show.tsx';
import { ignore } from './ignore.ts';
import { isDocument, keep, session } from './tab-state.ts';
import { domainOf } from './warning.ts';
import { warningModel } from './warning-model.ts';
import { messagesOf } from './words.ts';

type PageSender = Extract<Sender, { kind: 'content' }>;

/** What the card shows, and how. */
interface CardAnswer extends InPage {
  page: JudgedPage;
  canIgnore: boolean;
}

/** What the card of the sender's page shows; null where it has nothing to say. */
export async function cardOf({ tabId }: PageSender): Promise<CardAnswer | null> {
  const view = (await session()).tabs[tabId];
  if (!isDocument(view) || !view.verdict) return null;
  return { page: pageState(view.verdict), canIgnore: !view.incognito, ...(await appearance()) };
}

/** From the card: it has been in sight long enough to be read. */
export async function noteCardSeen({ tabId }: PageSender): Promise<void> {
  const state = await session();
  const view = state.tabs[tabId];
  if (!isDocument(view) || !view.verdict) return;
  const domain = domainOf(view.verdict);
  if (state.carded.includes(domain)) return;
  state.carded = [...state.carded, domain];
  await keep(state, 'carded');
}

/** From the card: silences what it showed on this domain. */
export async function ignoreFromCard({ tabId }: PageSender, term: IgnoreTerm): Promise<void> {
  const view = (await session()).tabs[tabId];
  if (!isDocument(view) || !view.verdict || view.incognito) return;
  const kinds = [...new Set(view.verdict.findings.map((finding) => finding.kind))];
  await ignore({ domain: domainOf(view.verdict), kinds, term, record: true });
}

/** From the card: what is recorded of the exchange, or of the page. */
export async function detailsFromCard({ tabId }: PageSender): Promise<void> {
  const view = (await session()).tabs[tabId];
  if (!isDocument(view) || !view.verdict) return;
  const listed = view.verdict.findings.find((finding) => finding.kind === 'listed');
  const word = encodeURIComponent(listed ? listed.exchange.id : domainOf(view.verdict));
  const page = `/history.html#${listed ? 'by-exchange' : 'log'}/${word}`;
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}

/** What lies over the sender's page; null where it was not warned of. */
export async function overlayOf({ tabId }: PageSender): Promise<(InPage & { model: WarningModel }) | null> {
  const found = await warningModel(tabId);
  if (!found || found.allowed) return null;
  return { model: found.model, ...(await appearance()) };
}

async function appearance(): Promise<InPage> {
  const { language, theme } = await readSettings();
  return { theme, messages: language === 'auto' ? null : await messagesOf(language) };
}
