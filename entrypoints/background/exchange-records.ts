import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { engine } from './engine.ts';

/** Records of the list in use, for an export to carry along; ids the list does not know are passed over. */
export async function exchangeRecords(ids: string[]): Promise<ExchangeRecord[]> {
  const { list } = await engine();
  const found = await Promise.all(ids.map((id) => list.exchangeById(id)));
  return found.filter((record) => record !== null);
}
