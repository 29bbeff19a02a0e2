import { useEffect, useRef, useState } from 'preact/hooks';
import { keyed } from '../i18n/keyed.ts';
import { Text } from '../i18n/say.tsx';
import { IGNORE_TERMS, type IgnoreTerm } from '../models/settings.ts';

interface Props {
  onIgnore: (term: IgnoreTerm) => void;
}

/** Ignoring from the card takes a second click, elsewhere than the first: a page may have led the first one here. */
export function IgnoreRow({ onIgnore }: Props) {
  const [open, setOpen] = useState<boolean | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const terms = useRef<HTMLFieldSetElement>(null);
  const [term, setTerm] = useState<IgnoreTerm>('week');
  // The form takes the button's place and gives it back. Not a field of it: Enter there would ignore at once.
  useEffect(() => {
    if (open !== null) (open ? terms : opener).current?.focus();
  }, [open]);
  if (!open)
    return (
      <button type="button" class="link" ref={opener} onClick={() => setOpen(true)}>
        <Text k="ignore_site" />
      </button>
    );
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        onIgnore(term);
      }}
    >
      <fieldset ref={terms} tabIndex={-1}>
        <legend>
          <Text k="ignore_site" />
        </legend>
        {IGNORE_TERMS.map((one) => (
          <label class="choice-line" key={one}>
            <input type="radio" name="term" checked={term === one} onChange={() => setTerm(one)} />
            <Text k={keyed('ignore', one)} />
          </label>
        ))}
      </fieldset>
      <div class="act">
        <button type="button" class="btn small" onClick={() => setOpen(false)}>
          <Text k="cancel" />
        </button>
        <button type="submit" class="btn small primary">
          <Text k="ignore" />
        </button>
      </div>
    </form>
  );
}
