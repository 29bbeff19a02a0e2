import type { PopupModel, PopupPort } from '../../../components/models/popup.ts';
import { Popup } from '../../../components/popup/popup.tsx';
import { PAGES, POPUP_STATES } from '../../e2e/gallery/pages.ts';
import { show } from './show.tsx';

/** What a port was asked. */
export interface Done {
  name: string;
  given: unknown[];
}

/** A port that notes what it was asked. */
export function port(done: Done[] = []): PopupPort {
  const note =
    (name: string) =>
    async (...given: unknown[]): Promise<void> => {
      done.push({ name, given });
    };
  return {
    model: async () => POPUP_STATES.listed as PopupModel,
    leave: () => void note('leave')(),
    check: async (address) =>
      address === '1.2.3.4' ? { fault: 'ip address' } : { page: PAGES.lookalike as never },
    ignore: note('ignore'),
    unignore: note('unignore'),
    onChange: () => () => undefined,
    setRecording: note('setRecording'),
    syncNow: note('syncNow'),
    requestPermission: async (scope) => {
      done.push({ name: 'requestPermission', given: [scope] });
      return true;
    },
    copy: note('copy'),
    open: (...given) => void note('open')(...given),
    surfaces: { export: false },
  };
}

/** A state of the gallery, with something else about it. */
export const state = (name: string, change: Partial<PopupModel> = {}): PopupModel => {
  const model = POPUP_STATES[name];
  if (model === undefined) throw new Error(`No state ${name}`);
  return { ...model, ...change };
};

export const draw = (name: string, done: Done[] = []) =>
  show(<Popup model={state(name)} port={port(done)} />);
