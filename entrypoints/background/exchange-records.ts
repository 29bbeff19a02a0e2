import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { wholeList } from './engine.ts';

/** Records of the list in use, for an export to carry along; ids the list does not know are passed over. */
export async function exchangeRecords(ids: string[]): Promise<ExchangeRecord[]> {
  const list = await wholeList();
  return ids.flatMap((id) => list.exchangeById(id) ?? []);
}
