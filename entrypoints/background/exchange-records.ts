import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { engine } from './engine.ts';

/** Records of the list in use, for an export to carry along; ids the list does not know are passed over. */
export async function exchangeRecords(ids: string[]): Promise<ExchangeRecord[]> {
  const { list } = await engine();
  return ids.flatMap((id) => list.exchangeById(id) ?? []);
}
