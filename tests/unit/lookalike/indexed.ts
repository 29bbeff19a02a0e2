import type { ExchangeName, OwnHost } from '../../../utils/lookalike/exchange-names.ts';
import { IndexedName, NameGuards } from '../../../utils/lookalike/indexed-name.ts';
import { tables } from './label.ts';

/** A name as the index holds it: of an exchange attacked most, but for what is told otherwise. */
export function indexed(text: string, told: Partial<ExchangeName> = {}, own: OwnHost[] = []): IndexedName {
  const attacked = { tier: 0, prior: 40, attacked: 100 } as const;
  const name = {
    text,
    exchange: text,
    target: `${text}.com`,
    kind: 'label',
    address: false,
    ambiguous: false,
  };
  return new IndexedName({ ...name, ...attacked, ...told } as ExchangeName, 0, new NameGuards(tables, own));
}
