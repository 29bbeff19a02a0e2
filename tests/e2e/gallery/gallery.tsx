import '../../../assets/styles/tokens.css';
import '../../../assets/styles/base.css';
import { render } from 'preact';
import english from '../../../assets/locales/en.json';
import simplified from '../../../assets/locales/zh_CN.json';
import traditional from '../../../assets/locales/zh_TW.json';
import { Language } from '../../../components/i18n/say.tsx';
import { createTranslator } from '../../../components/i18n/translator.ts';
import { SCENES } from './scenes.tsx';

const LOCALES: Record<string, typeof english> = { en: english, zh_CN: simplified, zh_TW: traditional };
const STYLES = import.meta.glob<string>('../../../assets/styles/*.css', {
  query: '?inline',
  import: 'default',
});

/** Shows the scene, language and theme that the address names; a test page, never packaged. */
async function show(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const scene = SCENES[asked.get('scene') ?? 'popup-listed'];
  const locale = LOCALES[asked.get('language') ?? 'en'];
  const root = document.getElementById('root');
  if (scene === undefined || locale === undefined || root === null) throw new Error('No such scene');
  for (const name of scene.styles) {
    const sheet = document.createElement('style');
    sheet.textContent = (await STYLES[`../../../assets/styles/${name}.css`]?.()) ?? '';
    document.head.append(sheet);
  }
  const theme = asked.get('theme');
  if (theme !== null) document.documentElement.dataset.theme = theme;
  const translator = createTranslator((key) => locale[key] ?? '');
  document.documentElement.lang = translator.tag;
  render(<Language.Provider value={translator}>{scene.draw()}</Language.Provider>, root);
  document.body.dataset.ready = 'true';
}

// For the program that takes the pictures.
Object.assign(window, {
  sceneNames: Object.keys(SCENES),
  sceneSize: (name: string) => [SCENES[name]?.width, SCENES[name]?.height],
});
void show();
