import { Text } from '../i18n/say.tsx';
import type { CheckAnswer } from '../models/popup.ts';
import { JudgedSection } from './judged-section.tsx';

/** What is said of an address that was not opened: a link, or one that was typed. */
export function Checked({ answer }: { answer: CheckAnswer }) {
  if ('page' in answer) return <JudgedSection page={answer.page} />;
  return (
    <section class="state unknown">
      <p class="say">
        <Text k="check_not_a_hostname" />
      </p>
    </section>
  );
}
