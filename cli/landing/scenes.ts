import { emptySignals, LIMITS, type PageSignals } from '../../utils/landing/page-signals.ts';
import { countScripts } from '../../utils/landing/script-counts.ts';

/** A page of our own, described by its title, headings, controls, links and words (tests/fixtures/pages). */
export interface Scene {
  id: string;
  /** P1 to P4, N1 to N5. */
  class: string;
  script: 'Hans' | 'Hant' | 'none';
  /** Id of the listed exchange that it names as its own; null where there is none. */
  exchange: string | null;
  signals: PageSignals;
}

/**
 * Reads scenes: `@id class script [lang [exchange]]`, then a line each: `# title`, `## heading`, `[control | control]`,
 * `https://… link text`, fenced code, and all else as text.
 */
export function parseScenes(source: string): Scene[] {
  return source
    .split(/^@/m)
    .slice(1)
    .map((block) => {
      const [first = '', ...lines] = block.trim().split('\n');
      const [id = '', kind = '', script = '', lang = '', exchange = null] = first.split(' ');
      const signals = emptySignals();
      signals.lang = lang || (script === 'Hant' ? 'zh-TW' : script === 'Hans' ? 'zh-CN' : '');
      const text: string[] = [];
      for (const line of lines) {
        if (line.startsWith('## ')) signals.headings.push(line.slice(3, 3 + LIMITS.heading));
        else if (line.startsWith('# ')) {
          signals.title = line.slice(2);
          continue;
        } else if (/^\[.*\]$/.test(line)) signals.controls.push(...line.slice(1, -1).split(' | '));
        else if (line.startsWith('https://')) {
          const [url = '', ...words] = line.split(' ');
          signals.links.push({ url, text: words.join(' ') });
          text.push(words.join(' '));
          continue;
        } else if (line.startsWith('```')) {
          signals.codeBlocks += 0.5;
          continue;
        }
        text.push(line.replace(/^(?:##|\[)\s?|\]$/g, ''));
      }
      signals.text = text.join('\n');
      countScripts(signals.text, signals.scripts);
      countScripts(signals.title, signals.scripts);
      return { id, class: kind, script: script as Scene['script'], exchange, signals };
    });
}
