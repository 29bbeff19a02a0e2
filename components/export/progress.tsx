import type { ExportProgress } from '../../utils/export/export-file.ts';
import { counted } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import type { ExportOutcome } from './port.ts';

export type ExportState =
  | { state: 'choosing' }
  | { state: 'running'; progress: ExportProgress; cancel: () => void }
  | { state: 'cancelled' }
  | { state: 'failed' }
  | { state: 'done'; outcome: ExportOutcome };

interface Props {
  run: ExportState;
  /** Rows the export will have, for the bar. */
  expected: number;
  onSaveAgain: () => void;
}

/** How far the export is, and what became of it. */
export function Progress({ run, expected, onSaveAgain }: Props) {
  const translator = useTranslator();
  return (
    <div class="export-progress">
      {run.state !== 'running' ? null : (
        <>
          <progress
            max={Math.max(expected, 1)}
            value={run.progress.flags}
            aria-label={translator.message('export_running')}
          />
          <button type="button" class="btn" onClick={run.cancel}>
            <Text k="cancel" />
          </button>
        </>
      )}
      <p role="status">
        {run.state === 'running' ? (
          <Text k="export_running" />
        ) : run.state === 'cancelled' ? (
          <Text k="export_cancelled" />
        ) : run.state === 'done' ? (
          <>
            <Say
              of={counted('export_done', run.outcome.flags, {
                name: run.outcome.name,
                size: megabytes(run.outcome.bytes),
              })}
            />{' '}
            <button type="button" class="link" onClick={onSaveAgain}>
              <Text k="export_save_again" />
            </button>
            {run.outcome.unreadable === 0 ? null : (
              <span class="note">
                <Say of={counted('export_unreadable', run.outcome.unreadable)} />
              </span>
            )}
          </>
        ) : null}
      </p>
      {run.state !== 'failed' ? null : (
        <p class="problem" role="alert">
          <Text k="export_failed" />
        </p>
      )}
    </div>
  );
}

/** '0.1 MB'; a unit is not language. */
function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}
