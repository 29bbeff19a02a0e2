import { useState } from 'preact/hooks';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { SyncAnswer } from '../models/list.ts';
import { Answer, type ListPartProps } from './list-update.tsx';

/** A signed list from files, for a device that reaches no host. */
export function ListFiles({ port, onChange }: ListPartProps) {
  const [reading, setReading] = useState(false);
  const [answer, setAnswer] = useState<SyncAnswer | null>(null);
  const translator = useTranslator();
  const take = async (files: File[]) => {
    setReading(true);
    setAnswer(null);
    try {
      setAnswer(await port.takeFiles(files));
    } finally {
      setReading(false);
      await onChange();
    }
  };
  return (
    <div class="set wide" id="list-files">
      <div>
        <h3>
          <Text k="list_files" />
        </h3>
        <p id="list-files-says">
          <Text k="list_files_says" />
        </p>
      </div>
      <div class="row">
        <label class="btn file">
          <input
            type="file"
            class="sr"
            multiple
            aria-label={translator.plain(phrase('list_files'))}
            aria-describedby="list-files-says"
            disabled={reading}
            onChange={(event) => {
              const field = event.currentTarget;
              const files = [...(field.files ?? [])];
              // The same files can be chosen again once they have been mended.
              field.value = '';
              if (files.length > 0) void take(files);
            }}
          />
          <Text k="list_files_choose" />
        </label>
        <span role="status" class="label">
          {reading ? <Text k="list_checking" /> : answer === null ? null : <Answer of={answer} />}
        </span>
      </div>
    </div>
  );
}
