import { useState } from 'preact/hooks';
import { useKeptFocus } from '../focus/use-kept-focus.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { SourceFault } from '../models/list.ts';
import type { ListPartProps } from './list-update.tsx';
import { Lock } from './setting.tsx';

type Field = 'address' | 'keys';

/** Where the list comes from and whose signature is believed; what policy says is shown and cannot be changed. */
export function ListSource({ list, port, onChange }: ListPartProps) {
  const given = { address: list.address, keys: list.keys.join('\n') };
  const [typed, setTyped] = useState<Partial<typeof given>>({});
  const [fault, setFault] = useState<SourceFault | null>(null);
  const [saved, setSaved] = useState(false);
  const translator = useTranslator();
  const { place, hold } = useKeptFocus<HTMLHeadingElement>();
  const shown = { ...given, ...typed };
  const changed = shown.address !== given.address || shown.keys !== given.keys;
  const wrong = fault === null ? null : fieldOf(fault);
  const set = async (change: Parameters<typeof port.setSource>[0]) => {
    setSaved(false);
    const why = await port.setSource(change);
    setFault(why);
    if (why !== null) return;
    await onChange();
    setTyped({});
    setSaved(true);
  };
  const type = (field: Field, text: string) => {
    setTyped({ ...typed, [field]: text });
    setFault(null);
    setSaved(false);
  };
  const common = (field: Field) => ({
    class: 'field mono',
    'aria-label': translator.plain(phrase(field === 'address' ? 'option_list_address' : 'list_keys')),
    'aria-invalid': wrong === field,
    'aria-describedby': `list-${field}-says${wrong === field ? ' list-fault' : ''}`,
    spellcheck: false,
    value: shown[field],
    disabled: list.locked[field],
  });
  const problem = (field: Field) =>
    wrong === field && fault !== null ? (
      <p class="problem" id="list-fault" role="alert">
        <Text k={keyed('source', fault)} />
      </p>
    ) : null;
  return (
    <form
      class="set wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void set({
          ...(list.locked.address || typed.address === undefined ? {} : { address: shown.address.trim() }),
          ...(list.locked.keys || typed.keys === undefined ? {} : { keys: readKeys(shown.keys) }),
        });
      }}
    >
      <div>
        <h3 ref={place} tabIndex={-1}>
          <Text k="option_list_address" />
        </h3>
        <p id="list-address-says">
          <Text k="option_list_address_says" />
        </p>
      </div>
      <input
        type="url"
        {...common('address')}
        onInput={(event) => type('address', event.currentTarget.value)}
      />
      {problem('address')}
      {list.locked.address ? <Lock /> : null}
      <div>
        <h3>
          <Text k="list_keys" />
        </h3>
        <p id="list-keys-says">
          <Text k="option_list_keys_says" />
        </p>
      </div>
      <textarea rows={2} {...common('keys')} onInput={(event) => type('keys', event.currentTarget.value)} />
      {problem('keys')}
      {list.locked.keys ? <Lock /> : null}
      <div class="row">
        <button type="submit" class="btn" disabled={!changed}>
          <Text k="save" />
        </button>
        {list.foreign && !(list.locked.address && list.locked.keys) ? (
          <button
            type="button"
            class="btn quiet"
            onClick={() => {
              hold();
              void set({
                ...(list.locked.address ? {} : { address: null }),
                ...(list.locked.keys ? {} : { keys: null }),
              });
            }}
          >
            <Text k="source_restore" />
          </button>
        ) : null}
        <span role="status" class="label">
          {saved ? <Text k="source_saved" /> : null}
        </span>
      </div>
    </form>
  );
}

/** Lines of a text, without the comments of key files. */
function readKeys(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('untrusted comment:'));
}

function fieldOf(fault: SourceFault): Field {
  return fault === 'not a key' || fault === 'too many keys' || fault === 'a key twice' ? 'keys' : 'address';
}
