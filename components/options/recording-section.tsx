import { useEffect, useRef, useState } from 'preact/hooks';
import { keyed } from '../i18n/keyed.ts';
import { counted, phrase } from '../i18n/phrase.ts';
import { Gap, Say, Text, useTranslator } from '../i18n/say.tsx';
import { STORED_DETAILS, type StoredDetail } from '../models/settings.ts';
import { type SectionProps, Setting, Switch } from './setting.tsx';

/** Days to choose from; one set by policy or by hand is added. */
const RETENTIONS = [7, 30, 90, 180, 365, 1095];

/** What each level keeps of the same address; an example is not language. */
const DETAILS: Record<StoredDetail, string> = {
  domain: 'ouyi-rumen.example',
  host: 'www.ouyi-rumen.example',
  path: 'www.ouyi-rumen.example/okx/zhuce',
  full: '…/okx/zhuce?from=wx',
};

/** What is recorded, in how much detail and for how long. */
export function RecordingSection({ model, port, onChange }: SectionProps) {
  const { settings, locked, stored } = model;
  const translator = useTranslator();
  const is = (name: (typeof locked)[number]) => locked.includes(name);
  const days = [...new Set([...RETENTIONS, settings.retentionDays])].sort((a, b) => a - b);
  return (
    <section id="recording">
      <h2>
        <Text k="options_recording" />
      </h2>
      <Setting title="option_record" says="option_record_says" locked={is('recording')}>
        <Switch
          label="option_record"
          on={settings.recording === 'on'}
          disabled={is('recording')}
          onSwitch={(on) => void port.set('recording', on ? 'on' : 'off').then(onChange)}
        />
      </Setting>
      <Setting title="option_detail" says="option_detail_says" locked={is('storedDetail')}>
        <div role="radiogroup" aria-label={translator.plain(phrase('option_detail'))}>
          {STORED_DETAILS.map((detail) => (
            <label class="opt" key={detail}>
              <input
                type="radio"
                name="detail"
                checked={settings.storedDetail === detail}
                disabled={is('storedDetail')}
                onChange={() => void port.set('storedDetail', detail).then(onChange)}
              />
              <Text k={keyed('detail', detail)} />
              <span class="mono">{DETAILS[detail]}</span>
            </label>
          ))}
        </div>
      </Setting>
      <Setting title="option_titles" says="option_titles_says" locked={is('storeTitles')}>
        <Switch
          label="option_titles"
          on={settings.storeTitles}
          disabled={is('storeTitles')}
          onSwitch={(on) => void port.set('storeTitles', on).then(onChange)}
        />
      </Setting>
      <Setting title="option_retention" says="option_retention_says" locked={is('retentionDays')}>
        <select
          aria-label={translator.plain(phrase('option_retention'))}
          value={settings.retentionDays}
          disabled={is('retentionDays')}
          onChange={(event) =>
            void port.set('retentionDays', Number(event.currentTarget.value)).then(onChange)
          }
        >
          {days.map((count) => (
            <option value={count} key={count}>
              {translator.plain(counted('days', count))}
            </option>
          ))}
        </select>
      </Setting>
      <Setting title="option_stored">
        <p class="num">
          <Say
            of={stored.flags === null ? phrase('flags_unopened') : counted('flags_stored', stored.flags)}
          />
          {stored.bytes === null ? null : (
            <>
              <Gap />
              <Text k="size_kilobytes" size={Math.ceil(stored.bytes / 1000)} />
            </>
          )}
        </p>
        <DeleteAll onDelete={() => void port.deleteHistory().then(onChange)} />
      </Setting>
    </section>
  );
}

/** Deletion of everything has no undo, so it asks. */
function DeleteAll({ onDelete }: { onDelete: () => void }) {
  const [asked, setAsked] = useState<boolean | null>(null);
  const next = useRef<HTMLButtonElement>(null);
  // Question and button take each other's place: the keyboard stays there, at what deletes nothing.
  useEffect(() => {
    if (asked !== null) next.current?.focus();
  }, [asked]);
  if (!asked)
    return (
      <button type="button" class="btn small" ref={next} onClick={() => setAsked(true)}>
        <Text k="delete_history" />
      </button>
    );
  return (
    <div class="act">
      <button
        type="button"
        class="btn small primary"
        onClick={() => {
          setAsked(false);
          onDelete();
        }}
      >
        <Text k="delete_history_sure" />
      </button>
      <button type="button" class="btn small" ref={next} onClick={() => setAsked(false)}>
        <Text k="cancel" />
      </button>
    </div>
  );
}
