import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/popup.css';
import { PopupSurface } from '../../components/popup/popup-surface.tsx';
import { start } from '../surface/start.tsx';
import { knownBefore, popupPort } from './port.ts';

const port = popupPort();
void start('app_name', () => <PopupSurface port={port} />, knownBefore);
