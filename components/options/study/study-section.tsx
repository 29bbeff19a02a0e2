import { useCallback, useEffect, useState } from 'preact/hooks';
import { FileButton } from '../../files/file-button.tsx';
import { useKeptFocus } from '../../focus/use-kept-focus.ts';
import { keyed } from '../../i18n/keyed.ts';
import { Gap, Text } from '../../i18n/say.tsx';
import type { Enrolment, StudyFault, StudyFile } from '../../models/study.ts';
import type { SectionProps } from '../setting.tsx';
import { StudyAsks } from './study-asks.tsx';
import { TakingPart } from './taking-part.tsx';

type State =
  | { at: 'loading' | 'none' | 'left' | 'failed' }
  | { at: 'refused'; fault: StudyFault; place: string }
  | { at: 'asked'; study: StudyFile }
  | { at: 'enrolled'; enrolment: Enrolment };

/** The study file: what it asks, and the study taken part in. Nothing changes before it was agreed to. */
export function StudySection({ model, port, onChange }: SectionProps) {
  const [state, setState] = useState<State>({ at: 'loading' });
  const { study: studies } = port;
  const { place, hold } = useKeptFocus<HTMLHeadingElement>();
  const load = useCallback(async () => {
    try {
      const enrolment = await studies.current();
      setState((before) => {
        if (enrolment !== null) return { at: 'enrolled', enrolment };
        return before.at === 'loading' || before.at === 'enrolled' ? { at: 'none' } : before;
      });
    } catch (cause) {
      console.error('study: the enrolment could not be read', cause);
      // What stands is no less true.
      setState((before) => (before.at === 'loading' ? { at: 'failed' } : before));
    }
  }, [studies]);
  useEffect(() => void load(), [load]);
  // Another options page may join or leave meanwhile.
  useEffect(() => port.onChange(() => void load()), [port, load]);
  const read = async (file: File) => {
    hold();
    try {
      const reading = await studies.read(file);
      setState('study' in reading ? { at: 'asked', ...reading } : { at: 'refused', ...reading });
    } catch (cause) {
      console.error('study: the file could not be read', cause);
      setState({ at: 'failed' });
    }
  };
  const leave = async () => {
    hold();
    await studies.leave();
    setState({ at: 'left' });
    onChange();
  };
  return (
    <section id="study">
      <h2 ref={place} tabIndex={-1}>
        <Text k="options_study" />
      </h2>
      {state.at === 'enrolled' ? (
        <TakingPart
          enrolment={state.enrolment}
          listVersion={model.list?.inUse.version ?? null}
          onLeave={leave}
        />
      ) : state.at === 'asked' ? (
        <StudyAsks
          study={state.study}
          model={model}
          onDecline={() => {
            hold();
            setState({ at: 'none' });
          }}
          onJoin={async (joining) => {
            hold();
            const outcome = await studies.join(state.study, joining);
            if (outcome === 'code') return outcome;
            await load();
            onChange();
            return outcome;
          }}
        />
      ) : state.at === 'loading' ? null : (
        <div class="set wide">
          <p id="study-says">
            <Text k="study_says" />
          </p>
          <div class="row">
            <FileButton
              name="options_study"
              says="choose_file"
              describedBy="study-says"
              accept=".json,application/json"
              onChoose={([file]) => file && void read(file)}
            />
          </div>
        </div>
      )}
      <p role="status" class={state.at === 'left' ? 'toast' : 'sr'}>
        {state.at === 'left' ? <Text k="study_left" /> : null}
      </p>
      {state.at === 'refused' ? (
        <p class="problem" role="alert">
          <Text k="study_refused" />
          <Gap />
          <Text k={keyed('study_fault', state.fault)} />
          <Gap />
          {state.place === '' ? null : <Text k="study_place" place={{ quote: state.place }} />}
        </p>
      ) : state.at === 'failed' ? (
        <p class="problem" role="alert">
          <Text k="not_done" />
        </p>
      ) : null}
    </section>
  );
}
