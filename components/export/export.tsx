import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_OPTIONS } from '../../utils/export/options.ts';
import { Ensign } from '../drawing/flag.tsx';
import { useKeptFocus } from '../focus/use-kept-focus.ts';
import { Unreadable } from '../history/unreadable.tsx';
import { counted, phrase } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import { ChoiceFields, type Choices } from './choices.tsx';
import { consent } from './consent.ts';
import { ForWhom } from './for-whom.tsx';
import { ImportField } from './import-field.tsx';
import type { ExportPort, ExportStudy } from './port.ts';
import { Preview } from './preview.tsx';
import { type ExportState, Progress } from './progress.tsx';
import { countTickedOff } from './ticked-off.ts';
import { usePreview } from './use-preview.ts';

const ROWS = 100;

interface Props {
  port: ExportPort;
  historyUrl: string;
  optionsUrl: string;
}

/** The export page: choose, look at the very rows, agree, save; and the way back in. */
export function Export({ port, historyUrl, optionsUrl }: Props) {
  const [choices, setChoices] = useState<Choices>({
    options: DEFAULT_OPTIONS,
    format: 'data-package',
    defanged: true,
  });
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [agreed, setAgreed] = useState(false);
  const [limit, setLimit] = useState(ROWS);
  const [run, setRun] = useState<ExportState>({ state: 'choosing' });
  const { rows, total, failed, reload } = usePreview(port, choices, limit);
  const [study, setStudy] = useState<ExportStudy | null>(null);
  const translator = useTranslator();
  const { place: save, hold } = useKeptFocus<HTMLButtonElement>();
  const text = consent(choices.options, choices.format, study).map((sentence) => translator.plain(sentence));
  const running = run.state === 'running';
  const expected = (total ?? 0) - countTickedOff(excluded, rows, total ?? 0);
  const choose = (next: Choices) => {
    setChoices(next);
    setAgreed(false);
  };
  useEffect(() => {
    port.study().then(
      (joined) => {
        setStudy(joined);
        if (joined) setChoices((now) => ({ ...now, options: joined.options }));
      },
      (cause: unknown) => console.error('export: the study could not be read', cause),
    );
  }, [port]);
  // For somebody else other rows leave: neither ticks nor agreement was about them.
  useEffect(() => {
    setExcluded(new Set());
    setAgreed(false);
  }, [choices.options.study]);
  // Cancel is gone at every end, pressed or not.
  const end = (state: ExportState) => {
    hold();
    setRun(state);
  };
  const start = async () => {
    const controller = new AbortController();
    const cancel = () => controller.abort();
    setRun({ state: 'running', progress: { flags: 0, bytes: 0 }, cancel });
    try {
      const choice = { ...choices, excluded: [...excluded], consent: text.join('\n') };
      const onProgress = (progress: { flags: number; bytes: number }) =>
        setRun({ state: 'running', progress, cancel });
      const outcome = await port.run(choice, onProgress, controller.signal);
      end({ state: 'done', outcome });
      // The next file has pseudonyms of its own.
      reload();
    } catch (cause) {
      if (!controller.signal.aborted) console.error('export: it could not be written', cause);
      end({ state: controller.signal.aborted ? 'cancelled' : 'failed' });
    }
  };
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
          <a href="#export" aria-current="page">
            <Text k="export" />
          </a>
          <a href={optionsUrl}>
            <Text k="options" />
          </a>
        </nav>
      </header>
      <main class="export">
        <h1>
          <Text k="export" />
        </h1>
        {study === null ? null : (
          <ForWhom
            study={study}
            forStudy={choices.options.study !== null}
            disabled={running}
            onChoose={(forStudy) =>
              choose({ ...choices, options: forStudy ? study.options : DEFAULT_OPTIONS })
            }
          />
        )}
        <ChoiceFields
          choices={choices}
          disabled={running}
          fixed={choices.options.study !== null && study?.fixed === true}
          onChange={choose}
        />
        <section>
          <h2>
            <Text k="export_preview" />
          </h2>
          {failed ? (
            <Unreadable cause={failed} />
          ) : total === null ? (
            <p role="status">
              <Text k="loading" />
            </p>
          ) : (
            <>
              <p class="note">
                <Say of={counted('export_rows', expected)} />
              </p>
              {total === 0 ? null : (
                <Preview
                  rows={rows}
                  excluded={excluded}
                  disabled={running}
                  onTick={(id, keep) => {
                    const next = new Set(excluded);
                    if (keep) next.delete(id);
                    else next.add(id);
                    setExcluded(next);
                  }}
                />
              )}
              {rows.length >= total ? null : (
                <button type="button" class="link" onClick={() => setLimit(limit + ROWS)}>
                  <Text k="export_more_rows" />
                </button>
              )}
            </>
          )}
        </section>
        <section>
          <h2>
            <Text k="export_consent" />
          </h2>
          <ul class="export-consent">
            {text.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <label class="choice-line">
            <input
              type="checkbox"
              checked={agreed}
              disabled={running}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
            />
            <span>
              <Text k="export_agree" />
            </span>
          </label>
          <div class="act">
            <button
              type="button"
              class="btn primary"
              ref={save}
              disabled={!agreed || running || total === null || expected <= 0}
              onClick={() => void start()}
            >
              <Text k="export_save" />
            </button>
          </div>
          <Progress run={run} expected={expected} onSaveAgain={() => port.saveAgain()} />
        </section>
        <ImportField port={port} onImported={reload} />
      </main>
    </>
  );
}
