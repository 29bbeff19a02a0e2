import type { JSX } from 'preact';
import { Card } from '../../../components/card/card.tsx';
import { Export } from '../../../components/export/export.tsx';
import { History } from '../../../components/history/history.tsx';
import type { WarningModel } from '../../../components/models/warning.ts';
import { Options } from '../../../components/options/options.tsx';
import { StudyAsks } from '../../../components/options/study/study-asks.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { Warning } from '../../../components/warning/warning.tsx';
import { Welcome } from '../../../components/welcome/welcome.tsx';
import { EXPORT_STUDY, exportPort } from './export-port.ts';
import { done, historyPort, nothing } from './history-port.ts';
import { BUNDLED, LOCKED, OPTIONS, optionsPort, TROUBLED } from './options-model.ts';
import { LIST, PAGES, type PageName, POPUP_STATES } from './pages.ts';
import { CARD_PORT, POPUP_PORT, WARNING_PORT } from './ports.ts';
import { Stage } from './stage.tsx';
import { ENROLMENT, STUDY } from './study.ts';

/** One surface in one state. */
export interface Scene {
  /** Window to look at it in, in CSS pixels. */
  width: number;
  height: number;
  styles: string[];
  draw(): JSX.Element;
}

const page = { width: 1280, height: 900 };
const scenes: Record<string, Scene> = {};

for (const [name, model] of Object.entries(POPUP_STATES)) {
  scenes[`popup-${name}`] = {
    width: 380,
    height: 600,
    styles: ['popup'],
    draw: () => <Popup model={model} port={POPUP_PORT} />,
  };
}

const WARNED: PageName[] = ['lookalike', 'homoglyph', 'combosquat', 'embedded', 'reported'];
for (const name of WARNED) {
  const judged = PAGES[name];
  if (judged.state !== 'lookalike' && judged.state !== 'reported') continue;
  const model: WarningModel = {
    host: judged.host,
    finding: judged.finding,
    list: { ...LIST, ageDays: 2 },
    stopped: name === 'homoglyph' ? 'before the request' : 'in place of the page',
    canIgnore: true,
    support: name === 'reported' ? 'https://school.example/help' : null,
  };
  scenes[`warning-${name}`] = {
    ...page,
    styles: ['warning'],
    draw: () => <Warning model={model} port={WARNING_PORT} />,
  };
}

const CARDS: PageName[] = ['listed', 'claimed', 'landing', 'unnamed', 'brandClaim', 'succession', 'hostile'];
for (const name of CARDS) {
  const judged = PAGES[name];
  if (!('finding' in judged)) continue;
  scenes[`card-${name}`] = {
    width: 640,
    height: 480,
    styles: ['card'],
    draw: () => <Card page={judged} privateWindow={false} port={CARD_PORT} />,
  };
}

scenes.welcome = {
  ...page,
  styles: ['page', 'welcome'],
  draw: () => (
    <Welcome
      model={{ language: 'auto', recordingLocked: false }}
      port={{ choose: done, setLanguage: nothing, openOptions: nothing }}
    />
  ),
};

const log = { view: 'log', search: '' } as const;
const history = (count: number, route: Parameters<typeof History>[0]['route'] = log): Scene => {
  const flags = historyPort(count, { openExport: nothing });
  return {
    ...page,
    styles: ['page', 'history', 'lineage'],
    draw: () => <History port={flags} route={route} onRoute={nothing} optionsUrl="#options" />,
  };
};
scenes['history-log'] = history(120);
scenes['history-empty'] = history(0);
scenes['history-nothing-found'] = history(120, { view: 'log', search: 'no such host' });
scenes['history-by-exchange'] = history(120, { view: 'by-exchange', exchange: 'okx' });
scenes['history-sixty-domains'] = history(120, { view: 'by-exchange', exchange: 'many' });
scenes['history-failed'] = {
  ...page,
  styles: ['page', 'history', 'lineage'],
  draw: () => (
    <History
      port={historyPort(1, {
        overview: async () => {
          throw new Error('the database is closed');
        },
      })}
      route={log}
      onRoute={nothing}
      optionsUrl="#options"
    />
  ),
};

scenes.options = {
  ...page,
  styles: ['page', 'options'],
  draw: () => <Options port={optionsPort()} historyUrl="#" />,
};
scenes['options-study'] = {
  ...page,
  styles: ['page', 'options'],
  draw: () => <Options port={optionsPort(OPTIONS, {}, ENROLMENT)} historyUrl="#" />,
};
scenes['options-study-asked'] = {
  ...page,
  styles: ['page', 'options'],
  draw: () => (
    <main class="options">
      <nav class="side" />
      <section>
        <StudyAsks study={STUDY} model={OPTIONS} onDecline={nothing} onJoin={async () => 'code'} />
      </section>
    </main>
  ),
};
for (const [name, study] of Object.entries({ export: null, 'export-study': EXPORT_STUDY })) {
  const exporting = exportPort(study);
  scenes[name] = {
    ...page,
    styles: ['page', 'export'],
    draw: () => <Export port={exporting} historyUrl="#" optionsUrl="#" />,
  };
}
scenes['options-bundled'] = {
  ...page,
  styles: ['page', 'options'],
  draw: () => (
    <Options
      port={optionsPort({
        ...OPTIONS,
        ignored: [],
        allowed: [],
        locked: [],
        list: BUNDLED,
      })}
      historyUrl="#"
    />
  ),
};

const addressed = POPUP_STATES.former;
if (addressed !== undefined)
  scenes['store-address'] = {
    width: 1280,
    height: 800,
    styles: ['popup', 'stage'],
    draw: () => (
      <Stage title="welcome_title" says="welcome_lede">
        <Popup model={addressed} port={POPUP_PORT} />
      </Stage>
    ),
  };
const landed = PAGES.landing;
if ('finding' in landed)
  scenes['store-landing'] = {
    width: 1280,
    height: 800,
    styles: ['card', 'stage'],
    draw: () => (
      <Stage title="word_landing" says="welcome_caution_says">
        <Card page={landed} privateWindow={false} port={CARD_PORT} />
      </Stage>
    ),
  };

for (const [name, list] of Object.entries({ troubled: TROUBLED, locked: LOCKED })) {
  scenes[`options-${name}`] = {
    ...page,
    styles: ['page', 'options'],
    draw: () => <Options port={optionsPort({ ...OPTIONS, list })} historyUrl="#" />,
  };
}

export const SCENES: Readonly<Record<string, Scene>> = scenes;
