import type { ComponentChildren } from 'preact';
import { displayable } from '../../address/displayable.ts';
import { keyed } from '../../i18n/keyed.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { counted, type Phrase, phrase } from '../../i18n/phrase.ts';
import { Say, Text } from '../../i18n/say.tsx';
import type { StudyFile } from '../../models/study.ts';

interface Props {
  study: StudyFile;
  /** The first line: who the participant is. */
  participant: ComponentChildren;
  /** Version of the list in use; null where none can be read. */
  listVersion: number | null;
  /** Whether it was agreed to. */
  joined: boolean;
}

/** What a study asks, line by line. */
export function StudyFacts({ study, participant, listVersion, joined }: Props) {
  const { list, encrypt_to: keys } = study;
  return (
    <dl class="facts">
      <Fact k="study_id">
        <span class="mono">{study.study_id}</span>
      </Fact>
      <Fact k="study_contact">{displayable(study.contact)}</Fact>
      <Fact k="study_participant">{participant}</Fact>
      <Fact k="study_export">
        {exportSentences(study).map((sentence) => (
          <p key={sentence.key}>
            <Say of={sentence} />
          </p>
        ))}
      </Fact>
      <Fact k="study_pseudonyms">
        <Text k={keyed('study_pseudonyms', study.pseudonyms)} />
      </Fact>
      <Fact k="study_list">
        {list === null ? (
          <Text k="study_list_any" />
        ) : (
          <>
            <Text k="study_list_pinned" version={`${list.version}`} />
            {listVersion === null || list.version === listVersion ? null : (
              <p>
                <Text
                  k={joined ? 'study_list_used' : 'study_list_other'}
                  version={`${list.version}`}
                  used={`${listVersion}`}
                />
              </p>
            )}
          </>
        )}
      </Fact>
      <Fact k="study_key">
        {keys.length === 0 ? <Text k="study_key_none" /> : <Text k="study_key_says" />}
        {keys.map((key) => (
          <div class="mono" key={key}>
            {key}
          </div>
        ))}
      </Fact>
    </dl>
  );
}

function exportSentences({ export: asked }: StudyFile): Phrase[] {
  return [
    phrase('study_level', { level: phrase(keyed('detail', asked.level)) }),
    phrase(keyed('export_consent', asked.time)),
    ...(asked.title ? [phrase('export_consent_title')] : []),
    ...(asked.query && asked.level === 'full' ? [phrase('export_consent_query')] : []),
    phrase(keyed('study_choice', asked.choice)),
  ];
}

/** What the study asks of retention, beside what holds now. */
export function retentionSentence(asked: number | null, held: number): Phrase {
  const now = counted('days', held);
  if (asked === null || asked === held) return phrase('study_retention_same', { now });
  const key = asked > held ? 'study_retention_longer' : 'study_retention_shorter';
  return phrase(key, { asked: counted('days', asked), now });
}

export function Fact({ k, children }: { k: MessageKey; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Text k={k} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
