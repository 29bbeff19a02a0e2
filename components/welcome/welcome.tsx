import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Tier } from '../../utils/verdict/finding.ts';
import { Ensign, Flag } from '../drawing/flag.tsx';
import type { MessageKey } from '../i18n/messages.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { LanguageChoice } from '../models/settings.ts';
import { LanguageSelect } from '../options/language-select.tsx';

export interface WelcomeModel {
  language: LanguageChoice;
  /** Whether policy holds recording off; then there is nothing to choose. */
  recordingLocked: boolean;
}

export interface WelcomePort {
  /** The user's choice; recording starts with it, or never. */
  choose(mode: 'on' | 'off'): Promise<void>;
  setLanguage(language: LanguageChoice): void;
  openOptions(): void;
}

const STATES: readonly { tier: Tier; word: MessageKey; host: JSX.Element; says: MessageKey }[] = [
  { tier: 'notice', word: 'word_listed_exchange', host: <>{'okex.com'}</>, says: 'welcome_listed' },
  {
    tier: 'caution',
    word: 'welcome_caution',
    host: <>{'ouyi-rumen.example'}</>,
    says: 'welcome_caution_says',
  },
  {
    tier: 'danger',
    word: 'word_lookalike',
    host: (
      <>
        <span class="diff">{'0'}</span>
        {'kx.example'}
      </>
    ),
    says: 'welcome_lookalike',
  },
  { tier: 'none', word: 'word_no_flag', host: <>{'en.wikipedia.org'}</>, says: 'not_listed' },
];

const SEEN: readonly { what: MessageKey; why: MessageKey }[] = [
  { what: 'welcome_sees_addresses', why: 'welcome_sees_addresses_why' },
  { what: 'welcome_sees_text', why: 'welcome_sees_text_why' },
  { what: 'welcome_sees_storage', why: 'welcome_sees_storage_why' },
];

/** The first page: what Ensign does, what it can see and why, and the choice whether to record. */
export function Welcome({ model, port }: { model: WelcomeModel; port: WelcomePort }) {
  const [chosen, setChosen] = useState<'on' | 'off' | null>(null);
  const translator = useTranslator();
  const choose = (mode: 'on' | 'off') => () => void port.choose(mode).then(() => setChosen(mode));
  return (
    <main class="wel">
      <div class="top">
        <Ensign size="l" />
        <span>
          <Text k="app_name" />
        </span>
        <LanguageSelect
          value={model.language}
          label={translator.message('language')}
          onChange={port.setLanguage}
        />
      </div>
      <h1>
        <Text k="welcome_title" />
      </h1>
      <p class="lede">
        <Text k="welcome_lede" />
      </p>
      <ul class="book">
        {STATES.map((state) => (
          <li class={state.tier} key={state.word}>
            <Flag tier={state.tier} size="xl" />
            <div>
              <p class="word">
                <Text k={state.word} />
              </p>
              <bdi class="host" dir="ltr">
                {state.host}
              </bdi>
            </div>
            <p>
              <Text k={state.says} />
            </p>
          </li>
        ))}
      </ul>
      <h2>
        <Text k="welcome_sees" />
      </h2>
      <dl class="see">
        {SEEN.map(({ what, why }) => (
          <div key={what}>
            <dt>
              <Text k={what} />
            </dt>
            <dd>
              <Text k={why} />
            </dd>
          </div>
        ))}
      </dl>
      <h2>
        <Text k="welcome_record" />
      </h2>
      <p class="lede">
        <Text k="welcome_record_says" />
      </p>
      {model.recordingLocked ? (
        <p class="lede">
          <Text k="recording_off_by_policy" />
        </p>
      ) : (
        <div class="choice">
          <button type="button" class="btn" aria-pressed={chosen === 'on'} onClick={choose('on')}>
            <Text k="welcome_choose_record" />
          </button>
          <button type="button" class="btn" aria-pressed={chosen === 'off'} onClick={choose('off')}>
            <Text k="welcome_choose_no_record" />
          </button>
          <button type="button" class="link" onClick={port.openOptions}>
            <Text k="welcome_all_options" />
          </button>
        </div>
      )}
      <p role="status" class="done">
        {chosen === null ? null : (
          <Text k={chosen === 'on' ? 'welcome_done_record' : 'welcome_done_no_record'} />
        )}
      </p>
    </main>
  );
}
