import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/page.css';
import '../../assets/styles/welcome.css';
import { Welcome, type WelcomePort } from '../../components/welcome/welcome.tsx';
import { send } from '../surface/send.ts';
import { start } from '../surface/start.tsx';

const port: WelcomePort = {
  choose: (mode) => send('setRecording', { mode }),
  setLanguage: (value) => void send('setSetting', { name: 'language', value }),
  openOptions() {
    location.href = '/options.html';
  },
};

void start('welcome_tab', ({ language }) => (
  <Welcome model={{ language, recordingLocked: false }} port={port} />
));
