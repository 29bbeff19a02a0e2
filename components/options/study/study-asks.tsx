import { useState } from 'preact/hooks';
import { languagesOf, type StudyLanguage, spoken } from '../../../utils/study/spoken.ts';
import { displayable } from '../../address/displayable.ts';
import { keyed } from '../../i18n/keyed.ts';
import { phrase } from '../../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../../i18n/say.tsx';
import type { LanguageTag } from '../../i18n/translator.ts';
import type { OptionsModel } from '../../models/settings.ts';
import type { Joining, StudyFile } from '../../models/study.ts';
import { Questions } from './questions.tsx';
import { retentionSentence, StudyFacts } from './study-facts.tsx';

const OF_TAG: Record<LanguageTag, StudyLanguage> = { en: 'en', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' };

interface Props {
  study: StudyFile;
  model: OptionsModel;
  onDecline: () => void;
  onJoin: (joining: Joining) => Promise<'joined' | 'code'>;
}

/** What the study asks, and the place to agree to it or not. */
export function StudyAsks({ study, model, onDecline, onJoin }: Props) {
  const translator = useTranslator();
  const languages = languagesOf(study);
  const own = OF_TAG[translator.tag];
  const [language, setLanguage] = useState(languages.includes(own) ? own : (languages[0] ?? own));
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const [code, setCode] = useState('');
  const [changeRetention, setChangeRetention] = useState(false);
  const [refused, setRefused] = useState<'code' | 'failed' | null>(null);
  const [joining, setJoining] = useState(false);
  const { retentionDays } = model.settings;
  const asksRetention = study.retention_days !== null && study.retention_days !== retentionDays;
  const ready = study.consent.every(({ id, required }) => !required || agreed.has(id));
  const join = async () => {
    setJoining(true);
    try {
      const outcome = await onJoin({ agreed, language, code, changeRetention });
      setRefused(outcome === 'code' ? outcome : null);
    } catch (cause) {
      console.error('study: taking part failed', cause);
      setRefused('failed');
    } finally {
      setJoining(false);
    }
  };
  const { text: title } = spoken(study.title, language);
  return (
    <div class="study-asks">
      <h3>{displayable(title)}</h3>
      <p>
        <Text k="study_asks" />
      </p>
      <StudyFacts
        study={study}
        joined={false}
        listVersion={model.list?.inUse.version ?? null}
        participant={
          study.participant.rule === 'given' ? (
            <span class="mono">{study.participant.id}</span>
          ) : study.participant.rule === 'random' ? (
            <Text k="study_participant_random" />
          ) : (
            <label>
              <Text k="study_participant_code" form={study.participant.form} />
              <input
                class="field mono"
                value={code}
                aria-invalid={refused === 'code'}
                onInput={(event) => setCode(event.currentTarget.value)}
              />
            </label>
          )
        }
      />
      <div class="set wide">
        <h3>
          <Text k="option_retention" />
        </h3>
        <p>
          <Say of={retentionSentence(study.retention_days, retentionDays)} />
        </p>
        {asksRetention ? (
          <label class="choice-line">
            <input
              type="checkbox"
              checked={changeRetention}
              onChange={(event) => setChangeRetention(event.currentTarget.checked)}
            />
            <span>
              <Text k="study_retention_agree" />
            </span>
          </label>
        ) : null}
      </div>
      <Questions
        asked={study.consent}
        languages={languages}
        language={language}
        agreed={agreed}
        onLanguage={setLanguage}
        onAgree={setAgreed}
      />
      {refused === null ? null : (
        <p class="problem" role="alert">
          <Text k={keyed('study_join', refused)} />
        </p>
      )}
      <div class="act">
        <button type="button" class="btn primary" disabled={!ready || joining} onClick={() => void join()}>
          <Text k="study_join" />
        </button>
        <button type="button" class="btn" disabled={joining} onClick={onDecline}>
          {translator.plain(phrase('study_decline'))}
        </button>
      </div>
    </div>
  );
}
