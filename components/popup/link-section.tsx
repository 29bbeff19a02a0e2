import { Text } from '../i18n/say.tsx';
import type { CheckAnswer } from '../models/popup.ts';
import { Checked } from './checked.tsx';

interface Props {
  answer: CheckAnswer;
  /** Shows the tab's own page instead. */
  onBack: () => void;
}

/** A link asked about from its menu, in the page's place. It is not opened. */
export function LinkSection({ answer, onBack }: Props) {
  return (
    <>
      <section class="strip">
        <p>
          <Text k="link_checked" />
        </p>
        <button type="button" class="btn small" onClick={onBack}>
          <Text k="link_back" />
        </button>
      </section>
      <Checked answer={answer} />
    </>
  );
}
