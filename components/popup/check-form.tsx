import { useState } from 'preact/hooks';
import { Text } from '../i18n/say.tsx';
import type { CheckAnswer, PopupPort } from '../models/popup.ts';
import { Checked } from './checked.tsx';

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
      <div class="checked" role="status">
        {answer === null ? null : <Checked answer={answer} />}
      </div>
    </details>
  );
}
