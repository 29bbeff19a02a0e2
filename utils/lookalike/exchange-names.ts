import { registrableDomain } from '../domain/registrable-domain.ts';
import type { DomainRecord, ExchangeRecord } from '../exchange/record.ts';
import { isFirm } from '../exchange/weakness.ts';
import {
  type AttackCounts,
  type AttackerName,
  type AttackTier,
  attackTier,
  priorCost,
} from './attack-counts.ts';

/** A name by which an exchange may be imitated. */
export interface ExchangeName {
  /** Lower-case ASCII letters and digits, or Han text. */
  text: string;
  exchange: string;
  /** The own domain that the name stands for. */
  target: string;
  tier: AttackTier;
  /** Eighths of a bit. */
  prior: number;
  /** Lookalike hosts counted for the exchange. */
  attacked: number;
  kind: 'label' | 'dotted' | 'pinyin' | 'product' | 'abbreviation' | 'han';
  /** A whole own address without its dots: gateio for gate.io. */
  address: boolean;
  /** The record calls the name an ordinary word, a token or another firm's. */
  ambiguous: boolean;
}

/** A host that a record holds. */
export interface OwnHost {
  host: string;
  exchange: string;
  /** The exchange's present name; one of the past, or lapsed; or one that is weakly sourced. */
  standing: 'present' | 'past' | 'claimed';
}

const MAX_NAME = 20;
const DOTTED_UP_TO = 6;

/** Lower-case letters and digits of a name: 'Gate.io' => 'gateio'. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const standingOf = (row: DomainRecord): OwnHost['standing'] => {
  if (row.confidence !== undefined) return 'claimed';
  return isFirm(row) ? 'present' : 'past';
};

/** The hosts of all exchanges, weak rows marked. */
export function ownHosts(exchanges: readonly ExchangeRecord[]): OwnHost[] {
  return exchanges.flatMap((exchange) =>
    exchange.domains.map((row) => ({
      host: row.host ?? row.domain,
      exchange: exchange.id,
      standing: standingOf(row),
    })),
  );
}

/** The names that may alarm, exchanges attacked most first. */
export function exchangeNames(exchanges: readonly ExchangeRecord[], attacks: AttackCounts): ExchangeName[] {
  const total = Object.values(attacks.hosts).reduce((sum, count) => sum + count, 0);
  const bySources = [...exchanges].sort(
    (a, b) => b.source.length - a.source.length || (a.id < b.id ? -1 : 1),
  );
  const rank = new Map(bySources.map((exchange, i) => [exchange.id, i]));
  const names: ExchangeName[] = [];
  for (const exchange of exchanges) {
    const hosts = attacks.hosts[exchange.id] ?? 0;
    const tier = tierOf(exchange, hosts, rank.get(exchange.id)!);
    const prior = priorCost(hosts, total);
    const products = (attacks.names ?? []).filter((product) => product.exchange === exchange.id);
    names.push(...namesOf(exchange, { tier, prior, attacked: hosts }, products));
  }
  names.sort((a, b) => a.prior - b.prior || (a.text < b.text ? -1 : 1));
  return withoutRepeats(names);
}

/** A protocol shares its name with a token and its community's sites: it must be attacked much to alarm by more. */
const PROTOCOL_OFTEN = 20;

function tierOf(exchange: ExchangeRecord, hosts: number, rank: number): AttackTier {
  const tier = attackTier(hosts, rank);
  return exchange.type === 'dex' && hosts < PROTOCOL_OFTEN && tier < 2 ? 2 : tier;
}

/** Of exchanges neither attacked nor well sourced only long names count. */
const DISTINCTIVE = 7;

type Standing = Pick<ExchangeName, 'tier' | 'prior' | 'attacked'>;

function namesOf(exchange: ExchangeRecord, standing: Standing, products: AttackerName[]): ExchangeName[] {
  const rows = exchange.domains.filter((row) => row.host === undefined);
  const main = mainDomain(rows);
  if (!main) return [];
  const ambiguousNames = new Set((exchange.ambiguous_names ?? []).map(plainName));
  const known = new Set([exchange.id, exchange.name, ...exchange.aliases].map(plainName));
  for (const row of rows) if (row.role === 'primary') known.add(plainName(labelOf(row.domain)));
  const addresses = new Set(
    rows.filter((row) => row.confidence === undefined).map((row) => plainName(row.domain)),
  );
  const found: ExchangeName[] = [];
  const add = (text: string, target: string, kind: ExchangeName['kind']) => {
    if (standing.tier === 3 && kind !== 'han' && (kind !== 'label' || text.length < DISTINCTIVE)) return;
    const ambiguous = ambiguousNames.has(text) || (kind === 'label' && exchange.name_is_ambiguous === true);
    const address = addresses.has(text);
    found.push({ text, exchange: exchange.id, target, kind, address, ambiguous, ...standing });
  };
  for (const row of byStanding(rows)) {
    const label = plainName(labelOf(row.domain));
    const firm = row.confidence === undefined;
    if (firm && label.length >= 2 && label.length <= MAX_NAME && known.has(label))
      add(label, row.domain, 'label');
    const dotted = plainName(row.domain);
    if (
      firm &&
      label.length <= DOTTED_UP_TO &&
      dotted.length >= 5 &&
      dotted.length <= MAX_NAME &&
      known.has(label)
    ) {
      add(dotted, row.domain, 'dotted');
    }
  }
  for (const pinyin of exchange.names_pinyin ?? [])
    if (pinyin.form.length >= 3) add(pinyin.form, main.domain, 'pinyin');
  for (const product of products) add(plainName(product.name), main.domain, product.kind);
  for (const name of exchange.names_zh) {
    const han = name.replace(/[^\p{Script=Han}]/gu, '');
    if (han.length >= 2 && !exchange.ambiguous_names?.includes(name)) add(han, main.domain, 'han');
  }
  return found;
}

const ROLE_ORDER = ['primary', 'regional', 'former', 'mirror', 'app', 'asset', 'api'];

function byStanding(rows: DomainRecord[]): DomainRecord[] {
  return [...rows].sort(
    (a, b) =>
      Number(isFirm(b)) - Number(isFirm(a)) || ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role),
  );
}

function mainDomain(rows: DomainRecord[]): DomainRecord | undefined {
  return rows.find((row) => row.role === 'primary') ?? byStanding(rows)[0];
}

function labelOf(domain: string): string {
  return registrableDomain(domain).label ?? domain.split('.')[0]!;
}

/** Where two exchanges share a name, the one attacked more keeps it; a label is worth more than a dotted form. */
function withoutRepeats(names: ExchangeName[]): ExchangeName[] {
  const seen = new Map<string, ExchangeName>();
  for (const name of names) {
    const before = seen.get(name.text);
    if (!before || (before.exchange === name.exchange && before.kind === 'dotted' && name.kind === 'label')) {
      seen.set(name.text, name);
    }
  }
  return [...seen.values()];
}
