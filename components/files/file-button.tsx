import type { MessageKey } from '../i18n/messages.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';

interface Props {
  /** What the files are for, to those who hear the button alone. */
  name: MessageKey;
  says: MessageKey;
  /** Id of the text that explains it. */
  describedBy?: string;
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  onChoose(files: File[]): void;
}

/** Opens the browser's choice of files; its own button would speak the browser's language. */
export function FileButton({ name, says, describedBy, onChoose, ...rest }: Props) {
  const translator = useTranslator();
  return (
    <label class="btn file">
      <input
        type="file"
        class="sr"
        {...rest}
        aria-label={translator.plain(phrase(name))}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        onChange={(event) => {
          const field = event.currentTarget;
          const files = [...(field.files ?? [])];
          // The same files can be chosen again once they have been mended.
          field.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
      <Text k={says} />
    </label>
  );
}
