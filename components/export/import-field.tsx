import { useState } from 'preact/hooks';
import type { Imported } from '../../utils/export/import-history.ts';
import { FileButton } from '../files/file-button.tsx';
import { counted } from '../i18n/phrase.ts';
import { Gap, Say, Text } from '../i18n/say.tsx';
import type { ExportPort } from './port.ts';

type State = { state: 'idle' | 'reading' | 'failed' | 'encrypted' } | { state: 'done'; imported: Imported };

/** Brings an earlier export into the history. */
export function ImportField({ port, onImported }: { port: ExportPort; onImported: () => void }) {
  const [done, setDone] = useState<State>({ state: 'idle' });
  const read = async (file: File) => {
    setDone({ state: 'reading' });
    try {
      const imported = await port.importFile(file);
      setDone(imported === 'encrypted' ? { state: imported } : { state: 'done', imported });
      onImported();
    } catch (cause) {
      console.error('export: the file could not be imported', cause);
      setDone({ state: 'failed' });
    }
  };
  return (
    <section id="import">
      <h2>
        <Text k="export_import" />
      </h2>
      <p id="import-says">
        <Text k="export_import_says" />
      </p>
      <FileButton
        name="export_import"
        says="choose_file"
        describedBy="import-says"
        accept=".zip,.ndjson,.jsonl"
        disabled={done.state === 'reading'}
        onChoose={([file]) => file && void read(file)}
      />
      <p role="status">
        {done.state === 'reading' ? (
          <Text k="loading" />
        ) : done.state === 'done' ? (
          <>
            <Say of={counted('export_imported', done.imported.added)} />
            <Gap />
            <Say of={counted('export_import_known', done.imported.known)} />
            <Gap />
            {done.imported.faults === 0 ? null : (
              <Say of={counted('export_import_faults', done.imported.faults)} />
            )}
          </>
        ) : null}
      </p>
      {done.state !== 'failed' && done.state !== 'encrypted' ? null : (
        <p class="problem" role="alert">
          <Text k={done.state === 'failed' ? 'export_import_failed' : 'export_import_encrypted'} />
        </p>
      )}
    </section>
  );
}
