import type { Finding } from '../../utils/verdict/finding.ts';
import { displayable } from '../address/displayable.ts';
import { MarkedHost } from '../address/pair.tsx';
import { Flag } from '../drawing/flag.tsx';
import { exchangeName } from '../explain/exchange-name.ts';
import { explain } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import { roleName } from '../explain/listed.ts';
import { keyed } from '../i18n/keyed.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import type { FlagOutline, FlagRow } from '../models/flag.ts';

/** Why, in one line: of a listed name whose it is recorded as, else the finding's own title. */
function inShort(finding: Finding, words: Explanation): Phrase {
  if (finding.kind !== 'listed') return words.title;
  return phrase('who_role', { name: exchangeName(finding.exchange), role: roleName(finding.role) });
}

interface Props {
  row: FlagRow | FlagOutline;
  open: boolean;
  selected: boolean;
  onOpen: () => void;
  onSelect: (range: boolean) => void;
}

/** One flag in one line; in outline, what it rests on follows. */
export function FlagLine({ row, open, selected, onOpen, onSelect }: Props) {
  const translator = useTranslator();
  const finding = 'findings' in row ? row.findings[0] : undefined;
  const words = finding === undefined ? null : explain(finding, row.host);
  const off = row.action === 'ignored';
  const tier = off ? 'none' : row.tier;
  const host = displayable(row.host, 120);
  return (
    <div class={`line ${tier}${off ? ' off' : ''}${open ? ' open' : ''}`} role="row">
      <span class="c-what-kind" role="cell">
        <Flag tier={tier} />
        <span class="word">
          {words === null ? <Text k={keyed('kind', row.kind)} /> : <Say of={words.word} />}
        </span>
      </span>
      <span class="c-time" role="cell">
        <time dateTime={row.observedAt}>{translator.time(row.observedAt, true)}</time>
      </span>
      <span class="c-host" role="cell">
        {finding?.kind === 'lookalike' ? (
          <MarkedHost host={row.host} match={finding.match} />
        ) : (
          <bdi class="host" dir="ltr">
            {host}
          </bdi>
        )}
      </span>
      <span class="c-why" role="cell">
        {finding === undefined || words === null ? null : <Say of={inShort(finding, words)} />}
      </span>
      <span class="c-list num" role="cell">
        {`${'listVersion' in row ? row.listVersion : row.list.version}`}
      </span>
      <span class="c-act" role="cell">
        <Text k={keyed('action', row.action)} />
      </span>
      <span class="c-do" role="cell">
        <input
          type="checkbox"
          aria-label={translator.plain(phrase('select_flag', { host }))}
          checked={selected}
          onClick={(event) => onSelect(event.shiftKey)}
        />
        <button
          type="button"
          class="more"
          aria-label={translator.plain(phrase('details_of', { host }))}
          aria-expanded={open}
          onClick={onOpen}
        >
          <svg width="10" height="6" aria-hidden="true">
            <path
              d={open ? 'M1 5l4-4 4 4' : 'M1 1l4 4 4-4'}
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
            />
          </svg>
        </button>
      </span>
    </div>
  );
}
