import { useState } from 'preact/hooks';
import { FileButton } from '../files/file-button.tsx';
import { Text } from '../i18n/say.tsx';
import type { SyncAnswer } from '../models/list.ts';
import { Answer, type ListPartProps } from './list-update.tsx';

/** A signed list from files, for a device that reaches no host. */
export function ListFiles({ port, onChange }: ListPartProps) {
  const [reading, setReading] = useState(false);
  const [answer, setAnswer] = useState<SyncAnswer | null>(null);
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
        <FileButton
          name="list_files"
          says="list_files_choose"
          describedBy="list-files-says"
          multiple
          disabled={reading}
          onChoose={(files) => void take(files)}
        />
        <span role="status" class="label">
          {reading ? <Text k="list_checking" /> : answer === null ? null : <Answer of={answer} />}
        </span>
      </div>
    </div>
  );
}
