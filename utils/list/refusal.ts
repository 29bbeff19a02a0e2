export type GateRule =
  | 'empty list'
  | 'shrunk'
  | 'grown'
  | 'public suffix'
  | 'protected name'
  | 'own name reported'
  | 'bad exchange record';

/** Why a list is not to be published, and not to be taken in. */
export interface Refusal {
  rule: GateRule;
  detail: string;
}
