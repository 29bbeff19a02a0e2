import { useCallback, useEffect, useState } from 'preact/hooks';
import { Ensign } from '../drawing/flag.tsx';
import type { MessageKey } from '../i18n/messages.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { OptionsModel, OptionsPort } from '../models/settings.ts';
import { AppearanceSection } from './appearance-section.tsx';
import { IgnoreSection } from './ignore-section.tsx';
import { ListSection } from './list-section.tsx';
import { RecordingSection } from './recording-section.tsx';
import { ShortcutSection } from './shortcut-section.tsx';
import { StudySection } from './study/study-section.tsx';

const SECTIONS: readonly { id: string; key: MessageKey }[] = [
  { id: 'recording', key: 'options_recording' },
  { id: 'ignored', key: 'options_ignored' },
  { id: 'list', key: 'options_list' },
  { id: 'study', key: 'options_study' },
  { id: 'appearance', key: 'options_appearance' },
  { id: 'shortcuts', key: 'options_shortcuts' },
];

/** The options page. Every change is kept at once. */
export function Options({ port, historyUrl }: { port: OptionsPort; historyUrl: string }) {
  const [model, setModel] = useState<OptionsModel | null>(null);
  const [failed, setFailed] = useState(false);
  const translator = useTranslator();
  const load = useCallback(async () => {
    try {
      setModel(await port.model());
      setFailed(false);
    } catch (cause) {
      console.error('options: the settings could not be read', cause);
      setFailed(true);
    }
  }, [port]);
  useEffect(() => void load(), [load]);
  useEffect(() => port.onChange(() => void load()), [port, load]);
  return (
    <>
      <header class="bar">
        <span class="brand">
          <Ensign />
          <Text k="app_name" />
        </span>
        <nav class="tabs" aria-label={translator.plain(phrase('app_name'))}>
          <a href={historyUrl}>
            <Text k="history" />
          </a>
          <a href="#recording" aria-current="page">
            <Text k="options" />
          </a>
        </nav>
      </header>
      <main class="options">
        <nav class="side" aria-label={translator.plain(phrase('sections'))}>
          <ul>
            {SECTIONS.map(({ id, key }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <Text k={key} />
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <h1 class="sr">
            <Text k="options" />
          </h1>
          {failed ? (
            <p class="problem" role="alert">
              <Text k="options_failed" />
            </p>
          ) : null}
          {model === null ? (
            failed ? null : (
              <p role="status">
                <Text k="loading" />
              </p>
            )
          ) : (
            <>
              <RecordingSection model={model} port={port} onChange={load} />
              <IgnoreSection model={model} port={port} onChange={load} />
              <ListSection model={model} port={port} onChange={load} />
              <StudySection model={model} port={port} onChange={load} />
              <AppearanceSection model={model} port={port} onChange={load} />
              <ShortcutSection model={model} port={port} />
            </>
          )}
        </div>
      </main>
    </>
  );
}
