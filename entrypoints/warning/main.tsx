import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/warning.css';
import { WarningSurface } from '../../components/warning/warning-surface.tsx';
import { start } from '../surface/start.tsx';
import { warningPort } from './port.ts';

const port = warningPort();
void start('word_lookalike', () => <WarningSurface port={port} />);
