import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/page.css';
import '../../assets/styles/history.css';
import '../../assets/styles/lineage.css';
import { start } from '../surface/start.tsx';
import { HistorySurface } from './surface.tsx';

void start('history', () => <HistorySurface />);
