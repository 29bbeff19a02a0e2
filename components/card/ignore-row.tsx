import { useState } from 'preact/hooks';
import { keyed } from '../i18n/keyed.ts';
import { Text } from '../i18n/say.tsx';
import { IGNORE_TERMS, type IgnoreTerm } from '../models/settings.ts';

interface Props {
  /** Opened: the terms to choose from stand in the card. */
  open: boolean;
  onOpen: () => void;
  onCancel: () => void;
  onIgnore: (term: IgnoreTerm) => void;
}

/** Ignoring from the card takes a second click, elsewhere than the first: a page may have led the first one here. */
export function IgnoreRow({ open, onOpen, onCancel, onIgnore }: Props) {
  const [term, setTerm] = useState<IgnoreTerm>('week');
  if (!open)
    return (
      <button type="button" class="link" onClick={onOpen}>
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
      <fieldset>
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
        <button type="button" class="btn small" onClick={onCancel}>
          <Text k="cancel" />
        </button>
        <button type="submit" class="btn small primary">
          <Text k="ignore" />
        </button>
      </div>
    </form>
  );
}
