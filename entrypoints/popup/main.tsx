import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/popup.css';
import { PopupSurface } from '../../components/popup/popup-surface.tsx';
import { start } from '../surface/start.tsx';
import type { Found } from './known-model.ts';
import { popupPort } from './port.ts';

/** From /popup-question.js. */
const { popupFound } = globalThis as unknown as { popupFound: Promise<Found> };
const port = popupPort(popupFound);
const found = popupFound.catch(() => undefined);
void start('app_name', () => <PopupSurface port={port} />, found);
