import { Text } from '../i18n/say.tsx';
import type { ExportStudy } from './port.ts';

interface Props {
  study: ExportStudy;
  forStudy: boolean;
  disabled: boolean;
  onChoose: (forStudy: boolean) => void;
}

/** Whether the export is made for the study taken part in. */
export function ForWhom({ study, forStudy, disabled, onChoose }: Props) {
  const { study_id, participant_id } = study.options.study;
  return (
    <fieldset class="export-choices" disabled={disabled}>
      <legend>
        <Text k="export_for" />
      </legend>
      <label class="opt">
        <input type="radio" name="for" checked={forStudy} onChange={() => onChoose(true)} />
        <span>
          <Text k="export_for_study" study={study_id} participant={participant_id} />
          {forStudy && study.fixed ? (
            <small>
              <Text k="export_study_fixed" />
            </small>
          ) : null}
        </span>
      </label>
      <label class="opt">
        <input type="radio" name="for" checked={!forStudy} onChange={() => onChoose(false)} />
        <Text k="export_for_me" />
      </label>
    </fieldset>
  );
}
