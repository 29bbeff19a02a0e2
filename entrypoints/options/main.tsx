import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/page.css';
import '../../assets/styles/options.css';
import type { OptionsPort } from '../../components/models/settings.ts';
import { Options } from '../../components/options/options.tsx';
import { onSettingChange } from '../surface/on-change.ts';
import { send } from '../surface/send.ts';
import { start } from '../surface/start.tsx';
import { listPort } from './list-port.ts';
import { studyPort } from './study-port.ts';

const port: OptionsPort = {
  model: () => send('options', {}),
  set: (name, value) => send('setSetting', { name, value }),
  unignore: (id) => send('unignore', { id }),
  ignore: (request) => send('ignore', request),
  disallow: (host) => send('disallow', { host }),
  list: listPort,
  deleteHistory: () => send('deleteHistory', {}),
  study: studyPort,
  onChange: onSettingChange,
};

void start('options', () => <Options port={port} historyUrl="/history.html" />);
