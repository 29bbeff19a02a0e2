import type { ComponentChildren } from 'preact';
import { Ensign } from '../../../components/drawing/flag.tsx';
import type { MessageKey } from '../../../components/i18n/messages.ts';
import { Text } from '../../../components/i18n/say.tsx';

interface Props {
  title: MessageKey;
  says: MessageKey;
  children: ComponentChildren;
}

/** A surface that is small on the stores' large pictures, with two sentences of Ensign's own beside it. */
export function Stage({ title, says, children }: Props) {
  return (
    <div class="stage">
      <div class="stage-words">
        <p>
          <Ensign size="l" />
          <Text k="app_name" />
        </p>
        <h2>
          <Text k={title} />
        </h2>
        <p>
          <Text k={says} />
        </p>
      </div>
      <div class="stage-sheet">{children}</div>
    </div>
  );
}
