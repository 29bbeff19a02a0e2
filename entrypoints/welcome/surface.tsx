import { useEffect, useState } from 'preact/hooks';
import type { LanguageChoice } from '../../components/models/settings.ts';
import { Welcome, type WelcomePort } from '../../components/welcome/welcome.tsx';
import { onSettingChange } from '../surface/on-change.ts';
import { send } from '../surface/send.ts';

const port: WelcomePort = {
  choose: (mode) => send('setRecording', { mode }),
  setLanguage: (value) => void send('setSetting', { name: 'language', value }),
  openOptions() {
    location.href = '/options.html';
  },
};

/** The welcome page; the choice goes where policy holds recording off. */
export function WelcomeSurface({ language }: { language: LanguageChoice }) {
  const [recordingLocked, setLocked] = useState(false);
  useEffect(() => {
    const load = () =>
      void send('recording', {}).then(
        ({ locked }) => setLocked(locked),
        (cause: unknown) => console.error('welcome: policy could not be read', cause),
      );
    load();
    return onSettingChange(load);
  }, []);
  return <Welcome model={{ language, recordingLocked }} port={port} />;
}
