import type { FindingKind } from '../../utils/verdict/finding.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import { FLAG_ACTIONS, FLAG_KINDS, type FlagAction, type FlagFilter } from '../models/flag.ts';
import type { HistoryOverview } from '../models/history.ts';

interface Props {
  typed: string;
  filter: FlagFilter;
  overview: HistoryOverview;
  onType: (typed: string) => void;
  onFilter: (filter: FlagFilter) => void;
}

/** `operations` never stands alone. */
const KINDS = FLAG_KINDS.filter((kind) => kind !== 'operations');

/** Search as you type, and the filters. */
export function Find({ typed, filter, overview, onType, onFilter }: Props) {
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
        {overview.exchanges.map(({ id, name }) => (
          <option value={id} key={id}>
            {name}
          </option>
        ))}
      </select>
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
        {overview.listVersions.map((version) => (
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
