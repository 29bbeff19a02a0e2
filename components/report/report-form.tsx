import { useContext, useState } from 'preact/hooks';
import { displayable } from '../address/displayable.ts';
import { Gap, Text, useTranslator } from '../i18n/say.tsx';
import { type ReportSubject, reportText } from './report-text.ts';
import { Support } from './support.ts';

interface Props {
  subject: ReportSubject;
  onCopy: (text: string) => void;
  onCancel: () => void;
}

/** A report to edit and copy; nothing is sent by itself. */
export function ReportForm({ subject, onCopy, onCancel }: Props) {
  const translator = useTranslator();
  const support = useContext(Support);
  const [edited, setEdited] = useState<string | null>(null);
  const text = edited ?? reportText(subject, translator);
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        onCopy(text);
      }}
    >
      <label class="stack">
        <Text k="report_label" />
        <textarea
          class="field"
          rows={5}
          value={text}
          onInput={(event) => setEdited(event.currentTarget.value)}
        />
      </label>
      <p class="note">
        <Text k="report_note" />
      </p>
      {support === null ? null : (
        <p class="note">
          <Text k="report_support" />
          <Gap />
          <a href={support} target="_blank" rel="noreferrer">
            {displayable(support.replace(/^mailto:/, ''))}
          </a>
        </p>
      )}
      <div class="act">
        <button type="submit" class="btn primary small">
          <Text k="report_copy" />
        </button>
        <button type="button" class="btn small" onClick={onCancel}>
          <Text k="cancel" />
        </button>
      </div>
    </form>
  );
}
