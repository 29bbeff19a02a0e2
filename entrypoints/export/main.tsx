import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/page.css';
import '../../assets/styles/export.css';
import { Export } from '../../components/export/export.tsx';
import { TICKED } from '../surface/export-url.ts';
import { start } from '../surface/start.tsx';
import { exportPort } from './port.ts';
import { readSelection } from './selection.ts';

const port = exportPort(readSelection(location.hash, sessionStorage.getItem(TICKED)));
void start('export', () => <Export port={port} historyUrl="/history.html" optionsUrl="/options.html" />);
