import { TABLES } from '../../utils/export/table.ts';
import { quoted } from './duck.ts';
import { FLAG, rulesOf, type SchemaPart } from './schema-part.ts';

/** Columns that DuckDB reads as instants: their texts are not at hand. */
const INSTANTS = new Set(TABLES.flags.filter(({ type }) => type === 'datetime').map(({ name }) => name));

/**
 * SQL that is true where a row is no flag by the schema, as far as its columns can tell: something is missing, at any
 * depth, is none of its values, or is longer or larger than allowed. What a column cannot tell (a field too many, a
 * number where a text belongs, a day for an instant) `flags validate` names.
 */
export function isFaulty(): string {
  return Object.entries(FLAG.entries!)
    .flatMap(([name, part]) => faultsOf(part, `"${name}"`, 1))
    .join(' OR ');
}

function faultsOf(part: SchemaPart, at: string, depth: number): string[] {
  if (part.wrapped) return faultsOf(part.wrapped, at, depth).slice(1);
  return [`${at} IS NULL`, ...valueFaults(part, at), ...innerFaults(part, at, depth)];
}

/** NULL NOT IN (…) is NULL; whether a field may be NULL is asked before. */
function valueFaults(part: SchemaPart, at: string): string[] {
  const values = part.options ?? (part.literal === undefined ? null : [String(part.literal)]);
  const others = values ? [`coalesce(${at} NOT IN (${values.map(quoted).join(', ')}), false)`] : [];
  const broken = rulesOf(part).flatMap(({ type, requirement }) => {
    if (type === 'max_length')
      return [part.type === 'array' ? `len(${at}) > ${requirement}` : isLonger(at, requirement)];
    if (type === 'min_value') return [`${at} < ${requirement}`];
    if (type === 'max_value') return [`${at} > ${requirement}`];
    if (type !== 'regex' || INSTANTS.has(at.slice(1, -1))) return [];
    return [`NOT regexp_full_match(${at}, ${quoted((requirement as RegExp).source)})`];
  });
  return [...others, ...broken.map((one) => `coalesce(${one}, false)`)];
}

/** As JavaScript counts: what lies beyond the Basic Multilingual Plane counts twice. Most texts are short in bytes already. */
function isLonger(at: string, most: unknown): string {
  const beyond = String.raw`len(regexp_extract_all(${at}, '[\x{10000}-\x{10FFFF}]'))`;
  return `strlen(${at}) > ${most} AND length(${at}) + ${beyond} > ${most}`;
}

function innerFaults(part: SchemaPart, at: string, depth: number): string[] {
  if (part.entries) {
    return Object.entries(part.entries).flatMap(([name, entry]) => faultsOf(entry, `${at}."${name}"`, depth));
  }
  if (!part.item) return [];
  const each = `item${depth}`;
  const found = faultsOf(part.item, each, depth + 1).join(' OR ');
  return [`coalesce(len(list_filter(${at}, lambda ${each}: ${found})) > 0, false)`];
}
