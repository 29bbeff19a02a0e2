import { Card } from '../../../components/card/card.tsx';
import { Export } from '../../../components/export/export.tsx';
import type { PageState } from '../../../components/models/popup.ts';
import type { WarningModel } from '../../../components/models/warning.ts';
import { Popup } from '../../../components/popup/popup.tsx';
import { Warning } from '../../../components/warning/warning.tsx';
import { Welcome } from '../../../components/welcome/welcome.tsx';
import { EXPORT_STUDY, exportPort } from './export-port.ts';
import { done, nothing } from './history-port.ts';
import { LIST, PAGES, type PageName, POPUP_STATES } from './pages.ts';
import { CARD_PORT, POPUP_PORT, WARNING_PORT } from './ports.ts';
import { HISTORY_SCENES } from './scenes/history.tsx';
import { OPTIONS_SCENES } from './scenes/options.tsx';
import { PAGE, type Scene } from './scenes/scene.ts';
import { Stage } from './stage.tsx';

const scenes: Record<string, Scene> = { ...HISTORY_SCENES, ...OPTIONS_SCENES };

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
    ...PAGE,
    styles: ['warning'],
    draw: () => <Warning model={model} port={WARNING_PORT} />,
  };
}

const CARDS: PageName[] = ['listed', 'claimed', 'landing', 'unnamed', 'brandClaim', 'succession', 'hostile'];
for (const name of CARDS) scenes[`card-${name}`] = card(PAGES[name], false);
// A listed page has its lineage to offer there, any other has nothing.
scenes['card-privateListed'] = card(PAGES.listed, true);
scenes['card-privateLanding'] = card(PAGES.landing, true);

function card(page: PageState, privateWindow: boolean): Scene {
  if (!('finding' in page)) throw new Error(`No card for ${page.state}`);
  return {
    width: 640,
    height: 480,
    styles: ['card'],
    draw: () => <Card page={page} privateWindow={privateWindow} port={CARD_PORT} />,
  };
}

scenes.welcome = {
  ...PAGE,
  styles: ['page', 'welcome'],
  draw: () => (
    <Welcome
      model={{ language: 'auto', recordingLocked: false }}
      port={{ choose: done, setLanguage: nothing, openOptions: nothing }}
    />
  ),
};

for (const [name, study] of Object.entries({ export: null, 'export-study': EXPORT_STUDY })) {
  const exporting = exportPort(study);
  scenes[name] = {
    ...PAGE,
    styles: ['page', 'export'],
    draw: () => <Export port={exporting} historyUrl="#" optionsUrl="#" />,
  };
}
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

export const SCENES: Readonly<Record<string, Scene>> = scenes;
