import { ZipPassThrough } from 'fflate';

const DEFLATE = 8;

/** A file of a zip compressed by the browser's own DEFLATE: several times faster than one in JavaScript. */
export class NativeDeflate extends ZipPassThrough {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  /** Settles once every byte was given to `ondata`. */
  readonly done: Promise<void>;
  /** Settles once what was pushed last has been taken in. */
  taken: Promise<void> = Promise.resolve();

  constructor(path: string) {
    super(path);
    this.compression = DEFLATE;
    const { readable, writable } = new CompressionStream('deflate-raw');
    this.#writer = writable.getWriter();
    this.done = this.#give(readable.getReader());
  }

  protected override process(chunk: Uint8Array<ArrayBuffer>, final: boolean): void {
    if (chunk.length > 0) this.taken = this.#writer.write(chunk);
    if (final) this.taken = this.#writer.close();
  }

  /** Gives the file up. */
  async abort(): Promise<void> {
    await this.#writer.abort('given up');
    await this.done.catch((reason: unknown) => {
      if (reason !== 'given up') throw reason;
    });
  }

  async #give(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      this.ondata(null, value ?? new Uint8Array(0), done);
      if (done) return;
    }
  }
}
