import { useEffect, useState } from 'preact/hooks';
import type { FlagAction } from '../../utils/history/flag.ts';
import type { FlagQuery } from '../../utils/history/flag-query.ts';
import { FLAG_ACTIONS } from '../../utils/history/flag-words.ts';
import type { FindingKind } from '../../utils/verdict/finding.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import { FLAG_KINDS } from '../models/flag.ts';
import type { HistoryChoices } from '../models/history.ts';

interface Props {
  typed: string;
  filter: FlagQuery;
  choices: HistoryChoices;
  onType: (typed: string) => void;
  onFilter: (filter: FlagQuery) => void;
}

/** `operations` never stands alone. */
const KINDS = FLAG_KINDS.filter((kind) => kind !== 'operations');

/** Search as you type, and the filters. */
export function Find({ typed, filter, choices, onType, onFilter }: Props) {
  const translator = useTranslator();
  const say = (key: Parameters<typeof phrase>[0]) => translator.plain(phrase(key));
  return (
    <search class="find">
      <input
        class="field"
        type="search"
        aria-label={say('search_flags')}
        placeholder={say('search_hint')}
        spellcheck={false}
        autoComplete="off"
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <select
        aria-label={say('filter_kind')}
        value={filter.kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, kind: value === '' ? null : (value as FindingKind) })
        }
      >
        <option value="">{say('all_kinds')}</option>
        {KINDS.map((kind) => (
          <option value={kind} key={kind}>
            {say(keyed('kind', kind))}
          </option>
        ))}
      </select>
      <select
        aria-label={say('filter_exchange')}
        value={filter.exchange ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, exchange: value === '' ? null : value })
        }
      >
        <option value="">{say('all_exchanges')}</option>
        {choices.exchanges.map(({ id, name }) => (
          <option value={id} key={id}>
            {name}
          </option>
        ))}
      </select>
      <Domain
        label={say('filter_domain')}
        value={filter.domain}
        domains={choices.domains}
        onChange={(domain) => onFilter({ ...filter, domain })}
      />
      <select
        aria-label={say('filter_action')}
        value={filter.action ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, action: value === '' ? null : (value as FlagAction) })
        }
      >
        <option value="">{say('all_actions')}</option>
        {FLAG_ACTIONS.map((action) => (
          <option value={action} key={action}>
            {say(keyed('action', action))}
          </option>
        ))}
      </select>
      <select
        aria-label={say('filter_list')}
        value={filter.listVersion ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, listVersion: value === '' ? null : Number(value) })
        }
      >
        <option value="">{say('any_list')}</option>
        {choices.listVersions.map((version) => (
          <option value={version} key={version}>
            {version}
          </option>
        ))}
      </select>
      <span class="days">
        <Day
          label={say('filter_from')}
          value={filter.from}
          onChange={(from) => onFilter({ ...filter, from })}
        />
        <Day label={say('filter_to')} value={filter.to} onChange={(to) => onFilter({ ...filter, to })} />
      </span>
    </search>
  );
}

/** A domain to choose or to type: taken once it is one of those offered, or when typing ends. */
function Domain(props: {
  label: string;
  value: string | null;
  domains: HistoryChoices['domains'];
  onChange: (domain: string | null) => void;
}) {
  const [typed, setTyped] = useState(props.value ?? '');
  useEffect(() => setTyped(props.value ?? ''), [props.value]);
  const take = (text: string) => {
    const domain = text.trim().toLowerCase();
    props.onChange(domain === '' ? null : domain);
  };
  return (
    <>
      <input
        class="field domain"
        list="history-domains"
        aria-label={props.label}
        placeholder={props.label}
        spellcheck={false}
        autoComplete="off"
        value={typed}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          if (value === '' || props.domains.some(({ domain }) => domain === value)) take(value);
        }}
        onChange={({ currentTarget: { value } }) => take(value)}
      />
      <datalist id="history-domains">
        {props.domains.map(({ domain }) => (
          <option value={domain} key={domain} />
        ))}
      </datalist>
    </>
  );
}

function Day(props: { label: string; value: string | null; onChange: (day: string | null) => void }) {
  return (
    <label class="day-field">
      <span class="label">{props.label}</span>
      <input
        class="field"
        type="date"
        value={props.value ?? ''}
        onChange={({ currentTarget: { value } }) => props.onChange(value === '' ? null : value)}
      />
    </label>
  );
}
