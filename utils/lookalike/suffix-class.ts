import type { SuffixClass } from './reading.ts';

const LATE_SUFFIX = 5;

/** Classes of suffixes, from the table [cheap], [plain], [crypto], [guarded]. */
export class Suffixes {
  private readonly classes = new Map<string, SuffixClass>();

  constructor(groups: ReadonlyMap<string, string[]>) {
    for (const [head, suffixes] of groups) {
      for (const suffix of suffixes) this.classes.set(suffix, head as SuffixClass);
    }
  }

  /** 'gov.uk', 'ac.jp', 'edu.cn', 'edu' => guarded; 'com.top' => cheap. */
  classOf(suffix: string): SuffixClass {
    const whole = this.classes.get(suffix);
    if (whole) return whole;
    const dot = suffix.indexOf('.');
    // Nobody's habitual address ends in a late generic suffix: .house, .social.
    if (dot < 0) return suffix.length >= LATE_SUFFIX && !suffix.startsWith('xn--') ? 'cheap' : 'plain';
    const first = suffix.slice(0, dot);
    if (first === 'edu' || first === 'gov' || first === 'ac' || first === 'mil' || first === 'go')
      return 'guarded';
    const last = this.classes.get(suffix.slice(suffix.lastIndexOf('.') + 1));
    return last ?? 'plain';
  }
}
