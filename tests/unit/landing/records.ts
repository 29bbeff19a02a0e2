import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import type { AssessmentContext } from '../../../utils/landing/assessment.ts';
import { buildNameIndex } from '../../../utils/landing/names.ts';

const record = (id: string, name: string, more: Partial<ExchangeRecord> = {}): ExchangeRecord => ({
  id,
  name,
  type: 'exchange',
  names_zh: [],
  aliases: [],
  domains: [],
  lineage: [],
  status: 'active',
  source: ['test'],
  ...more,
});

const RECORDS: ExchangeRecord[] = [
  record('binance', 'Binance', { names_zh: ['币安', '幣安', '币安网'] }),
  record('okx', 'OKX', {
    names_zh: ['欧易', '歐易', '欧易OKX'],
    aliases: ['OKEx', 'OK'],
    ambiguous_names: ['OK'],
  }),
  record('huobi', 'HTX (Huobi)', { names_zh: ['火币', '火必'] }),
  record('gate', 'Gate', { name_is_ambiguous: true, aliases: ['Gate.io'], names_zh: ['芝麻开门'] }),
  record('max', 'MaxMaicoin', { aliases: ['MAX Exchange'] }),
  record('bisys', '币系', { names_zh: ['币系'] }),
];

export const NAMES = buildNameIndex(RECORDS);

const OWNERS: Record<string, string> = {
  'www.okx.com': 'okx',
  'static.okx.com': 'okx',
  'www.binance.com': 'binance',
};

export const context = (host: string | null = null): AssessmentContext => ({
  host,
  hostOwner: (name) => OWNERS[name] ?? null,
});
