import { useState } from 'preact/hooks';
import { type StudyLanguage, spoken } from '../../../utils/study/spoken.ts';
import { displayable } from '../../address/displayable.ts';
import { counted } from '../../i18n/phrase.ts';
import { Say, Text } from '../../i18n/say.tsx';
import type { Enrolment } from '../../models/study.ts';
import { Fact, StudyFacts } from './study-facts.tsx';

interface Props {
  enrolment: Enrolment;
  listVersion: number | null;
  onLeave: () => Promise<void>;
}

/** The study taken part in: what was agreed to, and the way out, which is one click. */
export function TakingPart({ enrolment, listVersion, onLeave }: Props) {
  const { study, participant_id, joined_at, answers, retention_before } = enrolment;
  const language: StudyLanguage = answers[0]?.language ?? 'en';
  const agreed = answers.filter((answer) => answer.agreed).length;
  const [leaving, setLeaving] = useState<'no' | 'under way' | 'failed'>('no');
  const leave = async () => {
    setLeaving('under way');
    try {
      await onLeave();
    } catch (cause) {
      console.error('study: leaving failed', cause);
      setLeaving('failed');
    }
  };
  return (
    <div class="study-asks">
      <h3>{displayable(spoken(study.title, language).text)}</h3>
      <p>
        <Text k="study_taking_part" date={{ date: joined_at }} />
      </p>
      <StudyFacts
        study={study}
        joined
        listVersion={listVersion}
        participant={<span class="mono">{participant_id}</span>}
      />
      <dl class="facts">
        <Fact k="study_questions">
          <Say of={counted('study_answers', answers.length, { agreed })} />
        </Fact>
      </dl>
      <p>
        <Text k="study_leave_says" />
      </p>
      {retention_before === null ? null : (
        <p>
          <Text k="study_leave_retention" days={counted('days', retention_before)} />
        </p>
      )}
      {leaving === 'failed' ? (
        <p class="problem" role="alert">
          <Text k="not_done" />
        </p>
      ) : null}
      <div class="act">
        <button type="button" class="btn" disabled={leaving === 'under way'} onClick={() => void leave()}>
          <Text k="study_leave" />
        </button>
      </div>
    </div>
  );
}
