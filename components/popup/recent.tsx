import { displayable } from '../address/displayable.ts';
import { Flag } from '../drawing/flag.tsx';
import { keyed } from '../i18n/keyed.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { FlagBrief } from '../models/flag.ts';
import { whenOf } from './when.ts';

/** The last five flags; beside reasons they fold to one line of flags. */
export function Recent({ flags, folded }: { flags: FlagBrief[]; folded: boolean }) {
  if (!folded)
    return (
      <section class="part recent">
        <h2>
          <Text k="last_flags" />
        </h2>
        <FlagList flags={flags} />
      </section>
    );
  return (
    <details class="part fold">
      <summary>
        <span class="hoisted" aria-hidden="true">
          {flags.map((flag) => (
            <Flag tier={flag.tier} key={flag.id} />
          ))}
        </span>
        <Text k="last_flags" />
      </summary>
      <div class="recent">
        <FlagList flags={flags} />
      </div>
    </details>
  );
}

function FlagList({ flags }: { flags: FlagBrief[] }) {
  const translator = useTranslator();
  return (
    <ul>
      {flags.map((flag) => (
        <li key={flag.id}>
          <Flag tier={flag.tier} />
          <span class="sr">
            <Text k={keyed('kind', flag.kind)} />
          </span>
          <bdi class="host" dir="ltr">
            {displayable(flag.host, 120)}
          </bdi>
          <time dateTime={flag.observedAt}>{whenOf(flag.observedAt, new Date(), translator)}</time>
        </li>
      ))}
    </ul>
  );
}
