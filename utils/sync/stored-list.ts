/** A list that was verified and kept, without its bytes. */
export interface StoredFacts {
  version: number;
  /** Of the snapshot's bytes, hex. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** RFC 3339, UTC. */
  issued: string;
  expires: string;
  /** The key whose signature was believed, 16 hex digits as minisign prints them. */
  keyId: string;
  /** ISO instant. */
  storedAt: string;
  via: 'address' | 'file';
}

export interface StoredList extends StoredFacts {
  snapshot: Blob;
  /** Raw bytes as they were signed, to be verified again by anyone. */
  manifest: Uint8Array<ArrayBuffer>;
  signature: string;
}

/** What must never be forgotten while the same keys are trusted. */
export interface Floor {
  /** Highest version ever accepted; nothing lower is. */
  version: number;
  /** Its snapshot's SHA-256: the same version with other bytes is refused. */
  sha256: string;
  /** Keys trusted when it was set. Keys with none in common begin a list of their own. */
  keyIds: string[];
}

/** The floors that are remembered. */
export interface Floors {
  /** Of the list accepted last. */
  floor: Floor | null;
  /** Of lists under other keys, the latest first: who returns to such a key is served no older list for it. */
  otherFloors: Floor[];
}

/** Which of the lists serves. */
export interface Choice {
  /** SHA-256 of the list in use; null for the bundled list. */
  current: string | null;
  /** Version that the user went back from; left aside until a later one comes. */
  heldBack: number | null;
}

export interface StoreState extends Choice, Floors {
  /** What a study's pin took the place of; null where none holds. A list chosen or accepted since ends it. */
  pinnedOver: Choice | null;
}

export const EMPTY_STATE: StoreState = {
  current: null,
  heldBack: null,
  floor: null,
  otherFloors: [],
  pinnedOver: null,
};
