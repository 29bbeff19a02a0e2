import browser from 'webextension-polyfill';
import { pageState } from '../../components/models/page-state.ts';
import type { JudgedPage } from '../../components/models/popup.ts';
import type { IgnoreTerm } from '../../components/models/settings.ts';
import type { WarningModel } from '../../components/models/warning.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import type { Sender } from '../../utils/messaging/sender.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';
import type { InPage } from '../surface/in-page/show.tsx';
import { CAN_STOP_REQUESTS } from './early-warning.ts';
import { ignore } from './ignore.ts';
import { cardName } from './inject.ts';
import { keep } from './kept-session.ts';
import { isSameDocument } from './on-document.ts';
import { session } from './session.ts';
import { isDocument, type TabDocument, type Warning } from './tab-state.ts';
import { lastWarning } from './tab-warnings.ts';
import { answerOn, letThrough } from './warning-model.ts';
import { messagesOf } from './words.ts';

type PageSender = Extract<Sender, { kind: 'content' }>;

/** What the card shows, and how. */
interface CardAnswer extends InPage {
  page: JudgedPage;
  privateWindow: boolean;
}

/** The document that a script speaks of, as judged; null where its tab has gone on, or it was not judged. */
async function judgedOf(sender: PageSender): Promise<(TabDocument & { verdict: Verdict }) | null> {
  const view = (await session()).tabs[sender.tabId];
  if (!isDocument(view) || !isSameDocument(view, sender) || !view.verdict) return null;
  return view as TabDocument & { verdict: Verdict };
}

/** What the card of the sender's page shows; null where it has nothing to say. */
export async function cardOf(sender: PageSender): Promise<CardAnswer | null> {
  const view = await judgedOf(sender);
  if (!view) return null;
  return { page: pageState(view.verdict), privateWindow: view.incognito, ...(await appearance()) };
}

/** From the card: it has been in sight long enough to be read. */
export async function noteCardSeen(sender: PageSender): Promise<void> {
  const view = await judgedOf(sender);
  if (!view) return;
  const state = await session();
  const name = cardName(view);
  if (state.carded.includes(name)) return;
  state.carded = [...state.carded, name];
  await keep(state, 'carded');
}

/** From the card: silences what it showed on this domain. */
export async function ignoreFromCard(sender: PageSender, term: IgnoreTerm): Promise<void> {
  const view = await judgedOf(sender);
  if (!view || view.incognito) return;
  const kinds = [...new Set(view.verdict.findings.map((finding) => finding.kind))];
  await ignore({ domain: siteOf(view.verdict.host), kinds, term, record: true });
}

/**
 * From the card: what is recorded of the exchange, or of the page. Not from a private window: in Chromium the tab would
 * be a plain window's, and its address, which names either, stay in the browser's own history.
 */
export async function detailsFromCard(sender: PageSender): Promise<void> {
  const view = await judgedOf(sender);
  if (!view || view.incognito) return;
  const listed = view.verdict.findings.find((finding) => finding.kind === 'listed');
  const word = encodeURIComponent(listed ? listed.exchange.id : siteOf(view.verdict.host));
  const page = `/history.html#${listed ? 'by-exchange' : 'log'}/${word}`;
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}

/** What lies over the sender's page; null where it was not warned of. */
export async function overlayOf(sender: PageSender): Promise<(InPage & { model: WarningModel }) | null> {
  const warning = await warningOver(sender);
  const found = warning && (await answerOn(warning));
  if (!found || found.allowed) return null;
  return { model: found.model, ...(await appearance()) };
}

/** From what lies over the page: the user goes on. */
export async function allowFromOverlay(sender: PageSender): Promise<void> {
  const warning = await warningOver(sender);
  if (warning) await letThrough(warning);
}

/**
 * The tab's warning, where it lies over the sender's page: in Chromium's private windows alone, for elsewhere the page
 * could go on past it by itself; and the tab may have gone on since.
 */
async function warningOver({ tabId, url }: PageSender): Promise<Warning | null> {
  const warning = lastWarning(await session(), tabId);
  if (CAN_STOP_REQUESTS || !warning?.incognito) return null;
  return URL.parse(warning.url)?.host === URL.parse(url)?.host ? warning : null;
}

async function appearance(): Promise<InPage> {
  const { language, theme } = await readSettings();
  return { theme, messages: language === 'auto' ? null : await messagesOf(language) };
}
