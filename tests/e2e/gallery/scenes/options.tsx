import { useEffect } from 'preact/hooks';
import type { OptionsPort } from '../../../../components/models/settings.ts';
import { Options } from '../../../../components/options/options.tsx';
import { StudyAsks } from '../../../../components/options/study/study-asks.tsx';
import { Unanswered } from '../../../../entrypoints/surface/unanswered.tsx';
import { MessageError } from '../../../../utils/messaging/message-error.ts';
import { nothing } from '../history-port.ts';
import {
  BUNDLED,
  FROM_THE_FUTURE,
  LOCKED,
  OPTIONS,
  optionsPort,
  PINNED,
  TROUBLED,
} from '../options-model.ts';
import { ENROLMENT, STUDY } from '../study.ts';
import { PAGE, type Scene } from './scene.ts';

function options(port: () => OptionsPort): Scene {
  return {
    ...PAGE,
    styles: ['page', 'options'],
    draw: () => <Options port={port()} historyUrl="#" />,
  };
}

/** A change is told of, and what it left does not come: the page stands below the alert. */
function unanswered(): OptionsPort {
  const port = optionsPort();
  let asked = false;
  return {
    ...port,
    async model() {
      if (asked) throw new Error('no answer');
      asked = true;
      return port.model();
    },
    onChange(listener) {
      const timer = setTimeout(listener);
      return () => clearTimeout(timer);
    },
  };
}

/** Somebody pressed, and the background was not there. */
function NotDone() {
  useEffect(() => void Promise.reject(new MessageError('set: no answer')), []);
  return null;
}

const BARE = { ignored: [], allowed: [], locked: [] };

export const OPTIONS_SCENES: Readonly<Record<string, Scene>> = {
  options: options(() => optionsPort()),
  'options-unanswered': options(unanswered),
  'options-study': options(() => optionsPort(OPTIONS, {}, ENROLMENT)),
  'options-study-asked': {
    ...PAGE,
    styles: ['page', 'options'],
    draw: () => (
      <main class="options">
        <nav class="side" />
        <section>
          <StudyAsks study={STUDY} model={OPTIONS} onDecline={nothing} onJoin={async () => 'code'} />
        </section>
      </main>
    ),
  },
  'options-bundled': options(() => optionsPort({ ...OPTIONS, ...BARE, list: BUNDLED })),
  'options-troubled': options(() =>
    optionsPort({ ...OPTIONS, list: TROUBLED, stored: { flags: null, bytes: 2_100_000 } }),
  ),
  'options-locked': options(() => optionsPort({ ...OPTIONS, list: LOCKED })),
  'options-pinned': options(() => optionsPort({ ...OPTIONS, list: PINNED })),
  'options-not-done': {
    ...PAGE,
    styles: ['page', 'options'],
    draw: () => (
      <>
        <Options port={optionsPort()} historyUrl="#" />
        <Unanswered />
        <NotDone />
      </>
    ),
  },
  'options-from-the-future': options(() => optionsPort({ ...OPTIONS, list: FROM_THE_FUTURE })),
};
