import { useState } from 'preact/hooks';
import type { FindingKind } from '../../utils/verdict/finding.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text } from '../i18n/say.tsx';
import { IGNORE_TERMS, type IgnoreRequest, type IgnoreTerm } from '../models/settings.ts';

interface Props {
  domain: string;
  kinds: FindingKind[];
  onIgnore: (request: IgnoreRequest) => void;
  onCancel: () => void;
}

/** How long to ignore which findings on a domain, and whether to go on recording them. */
export function IgnoreForm({ domain, kinds, onIgnore, onCancel }: Props) {
  const [term, setTerm] = useState<IgnoreTerm>('always');
  const [chosen, setChosen] = useState<FindingKind[]>(kinds);
  const [record, setRecord] = useState(true);
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        onIgnore({ domain, kinds: chosen, term, record });
      }}
    >
      {kinds.length < 2 ? null : (
        <fieldset>
          <legend>
            <Text k="ignore_domain" domain={{ host: domain }} />
          </legend>
          {kinds.map((kind) => (
            <label class="choice-line" key={kind}>
              <input
                type="checkbox"
                checked={chosen.includes(kind)}
                onChange={() => setChosen(kinds.filter((one) => (one === kind) !== chosen.includes(one)))}
              />
              <Text k={keyed('kind', kind)} />
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>
          {kinds.length < 2 ? (
            <Text
              k="ignore_what"
              kinds={kinds.map((kind) => phrase(keyed('kind', kind)))}
              domain={{ host: domain }}
            />
          ) : (
            <Text k="ignore_how_long" />
          )}
        </legend>
        {IGNORE_TERMS.map((one) => (
          <label class="choice-line" key={one}>
            <input type="radio" name="term" checked={term === one} onChange={() => setTerm(one)} />
            <Text k={keyed('ignore', one)} />
          </label>
        ))}
        <label class="choice-line">
          <input type="checkbox" checked={!record} onChange={() => setRecord(!record)} />
          <Text k="ignore_do_not_record" />
        </label>
      </fieldset>
      <div class="act">
        <button type="submit" class="btn primary small" disabled={chosen.length === 0}>
          <Text k="ignore" />
        </button>
        <button type="button" class="btn small" onClick={onCancel}>
          <Text k="cancel" />
        </button>
      </div>
    </form>
  );
}
