import { useState } from 'preact/hooks';
import { displayable } from '../address/displayable.ts';
import { Flag } from '../drawing/flag.tsx';
import { explain } from '../explain/explain.ts';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text } from '../i18n/say.tsx';
import type { CheckAnswer, PopupPort } from '../models/popup.ts';

/** Checks an address that is typed or pasted, without opening it. */
export function CheckForm({ port }: { port: PopupPort }) {
  const [address, setAddress] = useState('');
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  return (
    <details class="part fold check">
      <summary>
        <Text k="check_label" />
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') void port.check(address).then(setAnswer);
        }}
      >
        <label>
          <span class="sr">
            <Text k="check_label" />
          </span>
          <input
            class="field mono"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="btn">
          <Text k="check" />
        </button>
      </form>
      <div role="status">{answer === null ? null : <Answer answer={answer} />}</div>
    </details>
  );
}

function Answer({ answer }: { answer: CheckAnswer }) {
  if ('fault' in answer)
    return (
      <p class="say">
        <Text k="check_not_a_hostname" />
      </p>
    );
  const { page } = answer;
  const words = page.state === 'notListed' ? null : explain(page.finding, page.host.unicode);
  return (
    <div class={`answer ${words?.tier ?? 'none'}`}>
      <Flag tier={words?.tier ?? 'none'} />
      <p>
        <bdi class="host" dir="ltr">
          {displayable(page.host.unicode, 120)}
        </bdi>
      </p>
      <p>
        {words === null ? (
          <Text k="not_listed" />
        ) : (
          <Say of={phrase('title_and_rest', { title: words.title, rest: words.rest })} />
        )}
      </p>
    </div>
  );
}
