import { COMMON_WORDS } from '../../assets/landing/common-words.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import { withoutCovered } from './covered-names.ts';
import { fold } from './han.ts';
import { indexTerms, matchTerms, type TermIndex } from './term-index.ts';

/** One exchange's name as looked for on a page. */
export interface NameEntry {
  exchange: string;
  /** Ordinary words, tokens and other firms' names: they support a name found elsewhere, never stand alone. */
  ambiguous: boolean;
}

export type NameIndex = TermIndex<NameEntry>;

/** 'max exchange' is also called max, but max alone says little. */
const GENERIC_END = /\s(?:exchange|pro|global)$/;

/** `FT Exchange`, `796期货` → looked for whole; a trailing bracket is a remark: 'HTX (Huobi)' → 'htx', 'huobi'. */
function forms(name: string): string[] {
  const outside = name.replace(/\s*[(（].*?[)）]\s*/g, ' ').trim();
  const inside = Array.from(name.matchAll(/[(（](.*?)[)）]/g), (m) => m[1] ?? '');
  return [outside, ...inside]
    .map((form) => fold(form).trim())
    .filter((form) => form.length > 1 && !(form.length === 2 && /^[\x20-\x7e]+$/.test(form)));
}

/** Names by which pages call the listed exchanges. Shared by two records, a name is ambiguous. */
export function buildNameIndex(exchanges: Iterable<ExchangeRecord>): NameIndex {
  const owners = new Map<string, Map<string, boolean>>();
  for (const record of exchanges) {
    const doubtful = new Set((record.ambiguous_names ?? []).map(fold));
    if (record.name_is_ambiguous) doubtful.add(fold(record.name));
    const { names_zh, aliases } = record;
    const informal = (record.aliases_zh_informal ?? []).map(({ name }) => name);
    for (const name of [record.name, ...names_zh, ...aliases, ...informal]) {
      for (const form of forms(name)) {
        const ambiguous = doubtful.has(fold(name)) || doubtful.has(form) || COMMON_WORDS.has(form);
        const of = owners.get(form) ?? new Map<string, boolean>();
        of.set(record.id, ambiguous && (of.get(record.id) ?? true));
        owners.set(form, of);
        const stem = form.replace(GENERIC_END, '');
        if (stem !== form && stem.length > 2 && !owners.get(stem)?.has(record.id)) {
          owners.set(stem, (owners.get(stem) ?? new Map<string, boolean>()).set(record.id, true));
        }
      }
    }
  }
  const entries: [string, NameEntry][] = [];
  for (const [form, of] of owners) {
    const sure = [...of].filter(([, ambiguous]) => !ambiguous);
    for (const [exchange, ambiguous] of of) {
      entries.push([form, { exchange, ambiguous: ambiguous || sure.length > 1 }]);
    }
  }
  return indexTerms(entries);
}

export interface FoundName {
  exchange: string;
  ambiguous: boolean;
  term: string;
  at: number;
}

/** Characters that make a coin of a following 币: 货币安全 does not name 币安, nor 货币系统 币系. */
const COIN_BEFORE =
  '货代特坊太达台硬纸钱金银本外主假提充买卖持上放法密字拟定流寨狗波气产屯囤炒搬发挖存转收出换新小冲销铸锁借山门柚链币数用';
const SAFETY_AFTER = /^币安(?:全(?!球)|心|装|稳|排)/;

function isInsideWord(text: string, at: number, term: string): boolean {
  if (!term.startsWith('币') || term.length > 3) return false;
  return (at > 0 && COIN_BEFORE.includes(text[at - 1] ?? '')) || SAFETY_AFTER.test(text.slice(at, at + 4));
}

/** 'gate交易所', 'max 数位资产交易所': beside the word, an ordinary word is a name. */
const CALLED_EXCHANGE = /^\s?(?:数字资产|数位资产|虚拟货币|加密货币|全球)?(?:交易所|交易平台)/;

/** Names in a folded text; of overlapping names the longest (欧易okx over okx). */
export function findNames(text: string, index: NameIndex): FoundName[] {
  const found = Array.from(matchTerms(text, index), ({ at, term, value }) => ({
    at,
    term,
    exchange: value.exchange,
    ambiguous: value.ambiguous && !CALLED_EXCHANGE.test(text.slice(at + term.length, at + term.length + 12)),
  })).filter(({ at, term }) => !isInsideWord(text, at, term));
  return withoutCovered(found);
}
