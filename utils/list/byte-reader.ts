/** The bytes end before what they announce, or say something that cannot be. */
export class ByteFault extends Error {
  override name = 'ByteFault';
}

/** Reads what a `ByteWriter` wrote; every read is bounded. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Bytes not read yet: no honest count of anything is larger. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws ByteFault */
  raw(length: number): Uint8Array {
    if (length > this.left) throw new ByteFault(`${length} bytes at ${this.#at}`);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** @throws ByteFault */
  count(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new ByteFault('end');
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80 && value <= 0xffffffff) return value;
    }
    throw new ByteFault(`count at ${this.#at}`);
  }

  /** @throws ByteFault */
  text(): Uint8Array {
    return this.raw(this.count());
  }
}
