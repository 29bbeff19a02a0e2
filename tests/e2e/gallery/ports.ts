import type { CardPort } from '../../../components/models/card.ts';
import type { PopupPort } from '../../../components/models/popup.ts';
import type { WarningPort } from '../../../components/models/warning.ts';
import { done, nothing } from './history-port.ts';
import { PAGES, POPUP_STATES } from './pages.ts';

/** Ports that grant every wish and leave no trace. */
export const POPUP_PORT: PopupPort = {
  model: async () => Object.values(POPUP_STATES)[0] as never,
  leave: nothing,
  check: async () => ({ page: PAGES.lookalike as never }),
  ignore: done,
  unignore: done,
  onChange: () => nothing,
  setRecording: done,
  syncNow: done,
  requestPermission: async () => true,
  copy: done,
  open: nothing,
  surfaces: { export: true },
};

export const WARNING_PORT: WarningPort = {
  model: async () => null,
  back: nothing,
  allowOnce: done,
  ignore: done,
  copy: done,
};

export const CARD_PORT: CardPort = { seen: nothing, dismiss: nothing, details: nothing, ignore: done };
