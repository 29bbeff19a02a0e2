import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import { THEMES, type Theme } from '../models/settings.ts';
import { LanguageSelect } from './language-select.tsx';
import { type SectionProps, Setting, Switch } from './setting.tsx';

/** Language, theme, and the card on the page. */
export function AppearanceSection({ model, port, onChange }: SectionProps) {
  const { settings, locked } = model;
  const translator = useTranslator();
  return (
    <section id="appearance">
      <h2>
        <Text k="options_appearance" />
      </h2>
      <Setting title="language" locked={locked.includes('language')}>
        <LanguageSelect
          value={settings.language}
          label={translator.plain(phrase('language'))}
          disabled={locked.includes('language')}
          onChange={(language) => void port.set('language', language).then(onChange)}
        />
      </Setting>
      <Setting title="theme" locked={locked.includes('theme')}>
        <select
          aria-label={translator.plain(phrase('theme'))}
          value={settings.theme}
          onChange={(event) => void port.set('theme', event.currentTarget.value as Theme).then(onChange)}
        >
          {THEMES.map((theme) => (
            <option value={theme} key={theme}>
              {translator.plain(phrase(keyed('theme', theme)))}
            </option>
          ))}
        </select>
      </Setting>
      <Setting title="option_card" says="option_card_says" locked={locked.includes('card')}>
        <Switch
          label="option_card"
          on={settings.card}
          disabled={locked.includes('card')}
          onSwitch={(on) => void port.set('card', on).then(onChange)}
        />
      </Setting>
      <Setting
        title="option_card_listed"
        says="option_card_listed_says"
        locked={locked.includes('cardForListed')}
      >
        <Switch
          label="option_card_listed"
          on={settings.cardForListed}
          disabled={!settings.card || locked.includes('cardForListed')}
          onSwitch={(on) => void port.set('cardForListed', on).then(onChange)}
        />
      </Setting>
    </section>
  );
}
