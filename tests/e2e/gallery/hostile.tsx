import { type JSX, render } from 'preact';
import { Card } from '../../../components/card/card.tsx';
import { History } from '../../../components/history/history.tsx';
import { Language } from '../../../components/i18n/say.tsx';
import type { Translator } from '../../../components/i18n/translator.ts';
import type { JudgedPage } from '../../../components/models/popup.ts';
import { Options } from '../../../components/options/options.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { Warning } from '../../../components/warning/warning.tsx';
import * as f from './findings.ts';
import { historyPort, nothing, sampleFlag } from './history-port.ts';
import { OPTIONS, optionsPort } from './options-model.ts';
import { LIST, PAGES, popupModel, RECENT } from './pages.ts';
import { CARD_PORT, POPUP_PORT, WARNING_PORT } from './ports.ts';

/** Each surface with a text of anybody's wherever one can stand. */
const SURFACES: Record<string, { styles: string[]; draw(text: string): JSX.Element }> = {
  popup: {
    styles: ['popup'],
    draw: (text) => (
      <Popup
        model={popupModel(landing(text), { recent: RECENT.map((one) => ({ ...one, host: text })) })}
        port={POPUP_PORT}
      />
    ),
  },
  'popup, lookalike': {
    styles: ['popup'],
    draw: (text) => <Popup model={popupModel(lookalike(text))} port={POPUP_PORT} />,
  },
  'popup, listed': {
    styles: ['popup'],
    draw: (text) => <Popup model={popupModel(listed(text))} port={POPUP_PORT} />,
  },
  'popup, not checked': {
    styles: ['popup'],
    draw: (text) => (
      <Popup
        model={popupModel({ state: 'cannotCheck', address: text, reason: 'restricted page' })}
        port={POPUP_PORT}
      />
    ),
  },
  card: {
    styles: ['card'],
    draw: (text) => <Card page={landing(text)} privateWindow={false} port={CARD_PORT} />,
  },
  warning: {
    styles: ['warning'],
    draw: (text) => <Warning model={{ ...WARNED, ...lookalike(text) }} port={WARNING_PORT} />,
  },
  'warning, reported': {
    styles: ['warning'],
    draw: (text) => (
      <Warning
        model={{ ...WARNED, host: host(text), finding: { ...f.reported, name: text, source: text } }}
        port={WARNING_PORT}
      />
    ),
  },
  history: {
    styles: ['page', 'history', 'lineage'],
    draw: (text) => (
      <History
        port={historyPort(1, {
          query: async (_filter, offset) => ({
            offset,
            rows: offset === 0 ? [{ ...sampleFlag(0), host: text, hostAscii: text, title: text }] : [],
            matched: 1,
            stored: 1,
            days: [{ day: sampleFlag(0).observedAt.slice(0, 10), flags: 1 }],
          }),
        })}
        route={{ view: 'log', search: text.slice(0, 200) }}
        onRoute={nothing}
        optionsUrl="#"
      />
    ),
  },
  'options page': {
    styles: ['page', 'options'],
    draw: (text) => (
      <Options
        port={optionsPort({
          ...OPTIONS,
          ignored: OPTIONS.ignored.map((one) => ({ ...one, domain: text })),
          allowed: [{ host: text, since: '2026-11-21T10:00:00.000Z' }],
        })}
        historyUrl="#"
      />
    ),
  },
};

const WARNED = {
  list: { ...LIST, ageDays: 2 },
  stopped: 'in place of the page',
  canIgnore: true,
  support: null,
} as const;

function host(text: string) {
  return { ascii: text, unicode: text, registrable: text };
}

function landing(text: string) {
  const signals = [{ id: 'title-dealing', version: 1, value: text, weight: 1 }];
  const exchange = { ...f.OKX, name: text, nameZh: text };
  return {
    ...(PAGES.landing as Extract<JudgedPage, { state: 'landing' }>),
    host: host(text),
    finding: { ...f.landing, exchange, signals },
    also: [{ ...f.operations, operations: signals }],
  };
}

function lookalike(text: string) {
  return {
    ...(PAGES.lookalike as Extract<JudgedPage, { state: 'lookalike' }>),
    host: host(text),
    finding: { ...f.lookalike, exchange: { ...f.OKX, name: text } },
  };
}

function listed(text: string) {
  return {
    ...(PAGES.listed as Extract<JudgedPage, { state: 'listed' }>),
    host: host(text),
    finding: { ...f.claimed, source: text, name: text, exchange: { ...f.OKX, nameZh: text } },
  };
}

/** Draws a surface with each text, and answers what was not shown as text or broke the layout. */
export async function hostile(
  surface: string,
  texts: string[],
  first: number,
  translator: Translator,
): Promise<string[]> {
  const drawn = SURFACES[surface];
  const root = document.getElementById('root');
  if (drawn === undefined || root === null) throw new Error(`No surface ${surface}`);
  const wrong: string[] = [];
  for (const [index, text] of texts.entries()) {
    render(null, root);
    render(<Language.Provider value={translator}>{drawn.draw(text)}</Language.Provider>, root);
    // What is asked for first, and the frame in which the card speaks.
    for (let turn = 0; turn < 3; turn++) await new Promise((next) => setTimeout(next));
    await new Promise((next) => requestAnimationFrame(next));
    wrong.push(...faults(root).map((fault) => `${surface}, text ${first + index}: ${fault}`));
  }
  return wrong;
}

function faults(root: HTMLElement): string[] {
  const found: string[] = [];
  const page = document.documentElement;
  if (page.scrollWidth > window.innerWidth) found.push(`${page.scrollWidth - window.innerWidth} px too wide`);
  const made = root.querySelector('img, script, iframe, [onerror], [onload], [onmouseover]');
  if (made !== null) found.push(`made an element of ${made.outerHTML.slice(0, 60)}`);
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(root.textContent ?? '')) found.push('shows what cannot be seen');
  for (const button of root.querySelectorAll('button')) {
    const { left, right, width } = button.getBoundingClientRect();
    if (width > 0 && (left < 0 || right > window.innerWidth))
      found.push(`a button out of reach: ${button.className}`);
  }
  return found;
}

export const HOSTILE_SURFACES: Readonly<Record<string, { styles: string[] }>> = SURFACES;
