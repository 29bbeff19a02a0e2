import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../i18n/messages.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { OptionsModel, OptionsPort } from '../models/settings.ts';

/** What each section of the options page is given. */
export interface SectionProps {
  model: OptionsModel;
  port: OptionsPort;
  /** Reads the model anew. */
  onChange: () => Promise<void>;
}

interface SettingProps {
  title: MessageKey;
  says?: MessageKey;
  locked?: boolean;
  children: ComponentChildren;
}

/** One setting: its name, what it does, its control, and whether policy holds it. */
export function Setting({ title, says, locked = false, children }: SettingProps) {
  return (
    <div class="set">
      <div>
        <h3>
          <Text k={title} />
        </h3>
        {says === undefined ? null : (
          <p>
            <Text k={says} />
          </p>
        )}
      </div>
      <div>
        {children}
        {locked ? <Lock /> : null}
      </div>
    </div>
  );
}

/** Says that policy holds a setting. */
export function Lock() {
  return (
    <p class="lock">
      <svg width="12" height="14" aria-hidden="true">
        <path
          d="M1.5 6.5h9v6h-9zM3.5 6V4a2.5 2.5 0 015 0v2"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
      </svg>
      <Text k="set_by_policy" />
    </p>
  );
}

interface SwitchProps {
  label: MessageKey;
  on: boolean;
  disabled?: boolean;
  onSwitch: (on: boolean) => void;
}

export function Switch({ label, on, disabled = false, onSwitch }: SwitchProps) {
  const translator = useTranslator();
  return (
    <label class="sw">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        aria-label={translator.plain(phrase(label))}
        checked={on}
        disabled={disabled}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <span aria-hidden="true">
        <Text k={on ? 'on' : 'off'} />
      </span>
    </label>
  );
}
