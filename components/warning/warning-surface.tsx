import { useEffect, useState } from 'preact/hooks';
import { Text } from '../i18n/say.tsx';
import type { WarningModel, WarningPort } from '../models/warning.ts';
import { Warning } from './warning.tsx';

/** The warning page with its model. */
export function WarningSurface({ port }: { port: WarningPort }) {
  const [model, setModel] = useState<WarningModel | 'none' | 'failed' | null>(null);
  useEffect(() => {
    port
      .model()
      .then((found) => setModel(found ?? 'none'))
      .catch((cause: unknown) => {
        console.error('warning: what to warn of could not be read', cause);
        setModel('failed');
      });
  }, [port]);
  if (model === null) return null;
  if (typeof model === 'object') return <Warning model={model} port={port} />;
  return (
    <main class="warn none">
      <p class="say">
        <Text k={model === 'none' ? 'warning_nothing' : 'warning_failed'} />
      </p>
      <div class="choice">
        <button type="button" class="btn primary" onClick={() => port.back()}>
          <Text k="go_back" />
        </button>
      </div>
    </main>
  );
}
