import type { SuffixClass } from './reading.ts';

const LATE_SUFFIX = 5;
/** Second-level names under which a national registry vets: academic, governmental and military bodies. */
const VETTED: ReadonlySet<string> = new Set(['edu', 'gov', 'ac', 'mil', 'go']);

/** Classes of suffixes, from the table [cheap], [plain], [crypto], [guarded]. */
export class Suffixes {
  private readonly classes = new Map<string, SuffixClass>();

  constructor(groups: ReadonlyMap<string, string[]>) {
    for (const [head, suffixes] of groups) {
      for (const suffix of suffixes) this.classes.set(suffix, head as SuffixClass);
    }
  }

  /**
   * 'gov.uk', 'ac.jp', 'edu.cn', 'edu' => guarded; 'com.top' => cheap. Below a platform's own name
   * such a label guards nothing: 'edu.eu.org' => plain, as 'eu.org'; 'gov.scot', private but right under its registry, does.
   */
  classOf(suffix: string, platform: boolean): SuffixClass {
    const whole = this.classes.get(suffix);
    if (whole) return whole;
    const dot = suffix.indexOf('.');
    // Nobody's habitual address ends in a late generic suffix: .house, .social.
    if (dot < 0) return suffix.length >= LATE_SUFFIX && !suffix.startsWith('xn--') ? 'cheap' : 'plain';
    const belowPlatform = platform && suffix.includes('.', dot + 1);
    if (!belowPlatform && VETTED.has(suffix.slice(0, dot))) return 'guarded';
    const last = this.classes.get(suffix.slice(suffix.lastIndexOf('.') + 1));
    return last ?? 'plain';
  }
}
