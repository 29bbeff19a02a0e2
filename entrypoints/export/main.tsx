import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/export.css';
import { Export } from '../../components/export/export.tsx';
import { start } from '../surface/start.tsx';
import { readFilter } from './filter.ts';
import { exportPort } from './port.ts';

const port = exportPort(readFilter(location.hash));
void start('export', () => <Export port={port} historyUrl="/history.html" optionsUrl="/options.html" />);
