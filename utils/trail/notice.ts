import { isBadHost, parseHost } from '../domain/host.ts';
import { fold } from '../landing/han.ts';
import { IMPOSTORS, NEEDS_SUBJECT, NOTICE_WORDS, OTHER_MOVES, SUBJECT } from './notice-words.ts';

/** A block of a listed page's text, with the hosts that its links lead to. */
export interface NoticeBlock {
  text: string;
  hosts: string[];
}

export interface Announced {
  host: string;
  /** The words that announce it. */
  words: string;
}

/** Addresses written in a text: `okx.cab`, `https://www.okx.cab/zh`. */
const WRITTEN =
  /(?<![\w@.-])(?:https?:\/\/)?((?:[a-z0-9\u4e00-\u9fa5](?:[a-z0-9\u4e00-\u9fa5-]{0,61}[a-z0-9\u4e00-\u9fa5])?\.)+[a-z]{2,24})(?![\w@-])/gi;
/** Names of files and of code look like hosts. */
const NO_HOST = /\.(?:html?|php|js|css|png|jpe?g|gif|svg|pdf|apk|exe|json|txt|zip|md|py|java|xml)$/i;
const FEW = 12;

/**
 * New and spare addresses that a page announces, in the blocks that its reading kept. `label` is the listed name's
 * own word: in 'huobi is now htx.com' it is the subject.
 * { text: '最新网址：okx.cab，备用网址：okx.ac', hosts: [] } => okx.cab, okx.ac;
 * { text: '谨防假冒网站 okx-vip.cc', hosts: [] } => none; 'our blog has moved to blog.example' => none.
 */
export function readNotices(blocks: readonly NoticeBlock[], label: string): Announced[] {
  const found = new Map<string, Announced>();
  for (const { text, hosts } of blocks) {
    const folded = fold(text);
    const words = noticeIn(folded, label);
    if (words === null) continue;
    for (const host of [...writtenIn(text), ...hosts]) {
      if (found.size >= FEW) return [...found.values()];
      if (!found.has(host)) found.set(host, { host, words: words.slice(0, 40) });
    }
  }
  return [...found.values()];
}

/** The words of a folded block that announce an address; null where it announces none. */
function noticeIn(folded: string, label: string): string | null {
  if (IMPOSTORS.test(folded) || OTHER_MOVES.test(folded)) return null;
  const subject = SUBJECT.test(folded) || folded.includes(label);
  for (const [words] of folded.matchAll(new RegExp(NOTICE_WORDS, 'gi'))) {
    if (subject || !NEEDS_SUBJECT.test(words)) return words.trim();
  }
  return null;
}

function writtenIn(text: string): string[] {
  return Array.from(text.matchAll(WRITTEN), (match) => match[1] ?? '').flatMap((name) => {
    if (NO_HOST.test(name)) return [];
    // '最新网址okx.cab': the words run into the name.
    const host = parseHost(
      /^[\u4e00-\u9fa5]+[a-z0-9-]*[a-z0-9]\./i.test(name) ? name.replace(/^[\u4e00-\u9fa5]+/, '') : name,
    );
    return isBadHost(host) || host.registrable === null ? [] : [host.ascii];
  });
}
