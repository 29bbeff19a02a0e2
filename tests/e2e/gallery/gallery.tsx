import '../../../assets/styles/tokens.css';
import '../../../assets/styles/base.css';
import { render } from 'preact';
import english from '../../../assets/locales/en.json';
import simplified from '../../../assets/locales/zh_CN.json';
import traditional from '../../../assets/locales/zh_TW.json';
import { Language } from '../../../components/i18n/say.tsx';
import { createTranslator } from '../../../components/i18n/translator.ts';
import { HOSTILE_SURFACES, hostile } from './hostile.tsx';
import { SCENES } from './scenes.tsx';

const LOCALES: Record<string, typeof english> = { en: english, zh_CN: simplified, zh_TW: traditional };
const STYLES = import.meta.glob<string>(['../../../assets/styles/*.css', './stage.css'], {
  query: '?inline',
  import: 'default',
});

/** Shows one scene in place of the last; a test page, never packaged. */
async function show(name: string, language: string, theme: string | null): Promise<void> {
  const drawn = SCENES[name];
  const scene = drawn ?? HOSTILE_SURFACES[name];
  const locale = LOCALES[language];
  const root = document.getElementById('root');
  if (scene === undefined || locale === undefined || root === null) throw new Error('No such scene');
  render(null, root);
  for (const sheet of document.querySelectorAll('style.scene')) sheet.remove();
  for (const styles of scene.styles) {
    const sheet = document.createElement('style');
    sheet.className = 'scene';
    sheet.textContent =
      (await (STYLES[`../../../assets/styles/${styles}.css`] ?? STYLES[`./${styles}.css`])?.()) ?? '';
    document.head.append(sheet);
  }
  if (theme !== null) document.documentElement.dataset.theme = theme;
  const translator = createTranslator((key) => locale[key] ?? '');
  document.documentElement.lang = translator.tag;
  if (drawn !== undefined)
    render(<Language.Provider value={translator}>{drawn.draw()}</Language.Provider>, root);
  else
    Object.assign(window, {
      hostile: (texts: string[], first: number) => hostile(name, texts, first, translator),
    });
  scrollTo(0, 0);
}

// For the program that takes the pictures.
Object.assign(window, {
  show,
  sceneNames: Object.keys(SCENES),
  hostileSurfaces: Object.keys(HOSTILE_SURFACES),
  sceneSize: (name: string) => [SCENES[name]?.width, SCENES[name]?.height],
});
const asked = new URLSearchParams(location.search);
await show(asked.get('scene') ?? 'popup-listed', asked.get('language') ?? 'en', asked.get('theme'));
document.body.dataset.ready = 'true';
