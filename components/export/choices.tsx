import type { Format } from '../../utils/export/formats.ts';
import type { ExportOptions, Level, TimePrecision } from '../../utils/export/options.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';

const FORMAT_NAMES: Record<Format, MessageKey> = {
  'data-package': 'export_format_package',
  ndjson: 'export_format_ndjson',
  csv: 'export_format_csv',
  'csv-spreadsheet': 'export_format_spreadsheet',
  parquet: 'export_format_parquet',
  stix: 'export_format_stix',
};
const LEVEL_NAMES: Record<Level, MessageKey> = {
  domain: 'detail_domain',
  host: 'detail_host',
  path: 'detail_path',
  full: 'detail_full',
};
const LEVEL_SAYS: Record<Level, MessageKey> = {
  domain: 'export_level_domain',
  host: 'export_level_host',
  path: 'export_level_path',
  full: 'export_level_full',
};
const TIME_NAMES: Record<TimePrecision, MessageKey> = {
  day: 'export_time_day',
  hour: 'export_time_hour',
  exact: 'export_time_exact',
};

export interface Choices {
  options: ExportOptions;
  format: Format;
  defanged: boolean;
}

interface Props {
  choices: Choices;
  disabled: boolean;
  /** Whether a study has fixed what the file holds. */
  fixed: boolean;
  onChange: (choices: Choices) => void;
}

/** Format, level, and the choices beside them. */
export function ChoiceFields({ choices, disabled, fixed, onChange }: Props) {
  const { options, format, defanged } = choices;
  const set = (change: Partial<ExportOptions>) =>
    onChange({ ...choices, options: { ...options, ...change } });
  return (
    <fieldset class="export-choices" disabled={disabled}>
      <legend class="sr">
        <Text k="export_choices" />
      </legend>
      <Choose
        title="export_format"
        names={FORMAT_NAMES}
        value={format}
        onChoose={(next) => onChange({ ...choices, format: next })}
      />
      <fieldset disabled={fixed}>
        <legend>
          <Text k="export_level" />
        </legend>
        {(Object.keys(LEVEL_NAMES) as Level[]).map((level) => (
          <label class="opt" key={level}>
            <input
              type="radio"
              name="level"
              checked={options.level === level}
              onChange={() => set({ level })}
            />
            <span>
              <Text k={LEVEL_NAMES[level]} />
              <small>
                <Text k={LEVEL_SAYS[level]} />
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <Choose
        title="export_time"
        names={TIME_NAMES}
        value={options.time}
        disabled={fixed}
        onChoose={(time) => set({ time })}
      />
      {options.level !== 'full' ? null : (
        <Tick label="export_query" on={options.query} disabled={fixed} onTick={(query) => set({ query })} />
      )}
      <Tick label="export_title" on={options.title} disabled={fixed} onTick={(title) => set({ title })} />
      <Tick
        label="export_new_ids"
        on={options.flag_ids === 'new'}
        disabled={fixed}
        onTick={(on) => set({ flag_ids: on ? 'new' : 'kept' })}
      />
      {format !== 'csv-spreadsheet' ? null : (
        <Tick label="export_defanged" on={defanged} onTick={(on) => onChange({ ...choices, defanged: on })} />
      )}
    </fieldset>
  );
}

interface ChooseProps<Value extends string> {
  title: MessageKey;
  names: Record<Value, MessageKey>;
  value: Value;
  disabled?: boolean;
  onChoose: (value: Value) => void;
}

function Choose<Value extends string>({
  title,
  names,
  value,
  disabled = false,
  onChoose,
}: ChooseProps<Value>) {
  const translator = useTranslator();
  return (
    <label class="export-choose">
      <span>
        <Text k={title} />
      </span>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {(Object.keys(names) as Value[]).map((one) => (
          <option value={one} key={one}>
            {translator.plain(phrase(names[one]))}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TickProps {
  label: MessageKey;
  on: boolean;
  disabled?: boolean;
  onTick: (on: boolean) => void;
}

function Tick({ label, on, disabled = false, onTick }: TickProps) {
  return (
    <label class="choice-line">
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span>
        <Text k={label} />
      </span>
    </label>
  );
}
