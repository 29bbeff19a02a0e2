import { Text } from '../i18n/say.tsx';
import { LANGUAGES, type LanguageChoice } from '../models/settings.ts';

/** Each language in its own words, so that it can be found from any other. */
const OWN_NAMES = {
  en: ['en', 'English'],
  zh_CN: ['zh-Hans', '简体中文'],
  zh_TW: ['zh-Hant', '繁體中文'],
} as const;

interface Props {
  value: LanguageChoice;
  label: string;
  disabled?: boolean;
  onChange: (language: LanguageChoice) => void;
}

export function LanguageSelect({ value, label, disabled = false, onChange }: Props) {
  return (
    <select
      aria-label={label}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as LanguageChoice)}
    >
      <option value="auto">
        <Text k="language_auto" />
      </option>
      {LANGUAGES.map((language) => (
        <option value={language} lang={OWN_NAMES[language][0]} key={language}>
          {OWN_NAMES[language][1]}
        </option>
      ))}
    </select>
  );
}
