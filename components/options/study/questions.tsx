import { type StudyLanguage, spoken } from '../../../utils/study/spoken.ts';
import { displayable } from '../../address/displayable.ts';
import { phrase } from '../../i18n/phrase.ts';
import { Text, useTranslator } from '../../i18n/say.tsx';
import type { StudyFile } from '../../models/study.ts';

/** Each language in its own words. */
const NAMES: Record<StudyLanguage, { tag: string; name: string }> = {
  en: { tag: 'en', name: 'English' },
  zh_CN: { tag: 'zh-Hans', name: '简体中文' },
  zh_TW: { tag: 'zh-Hant', name: '繁體中文' },
};
const LONGEST = 2000;

interface Props {
  asked: StudyFile['consent'];
  languages: StudyLanguage[];
  language: StudyLanguage;
  agreed: ReadonlySet<string>;
  onLanguage: (language: StudyLanguage) => void;
  onAgree: (agreed: ReadonlySet<string>) => void;
}

/** The questions of consent, each with its own tick, none of them ticked beforehand. */
export function Questions({ asked, languages, language, agreed, onLanguage, onAgree }: Props) {
  const translator = useTranslator();
  const tick = (id: string, on: boolean) => {
    const next = new Set(agreed);
    if (on) next.add(id);
    else next.delete(id);
    onAgree(next);
  };
  return (
    <fieldset class="study-questions">
      <legend>
        <Text k="study_questions" />
      </legend>
      {languages.length < 2 ? null : (
        <select
          aria-label={translator.plain(phrase('language'))}
          value={language}
          onChange={(event) => {
            // An answer belongs to the words that were read.
            onAgree(new Set());
            onLanguage(event.currentTarget.value as StudyLanguage);
          }}
        >
          {languages.map((one) => (
            <option value={one} lang={NAMES[one].tag} key={one}>
              {NAMES[one].name}
            </option>
          ))}
        </select>
      )}
      {asked.map(({ id, text, required }) => {
        const said = spoken(text, language);
        return (
          <label class="choice-line" key={id}>
            <input
              type="checkbox"
              checked={agreed.has(id)}
              onChange={(event) => tick(id, event.currentTarget.checked)}
            />
            <span>
              <span lang={NAMES[said.language].tag}>{displayable(said.text, LONGEST)}</span>{' '}
              <small>
                <Text k={required ? 'study_required' : 'study_optional'} />
              </small>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
