/** What a column can be made of. */
type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The same values with room for at least `length`; doubled, so that adding one by one stays cheap. */
export function withRoom<Column extends Numbers>(column: Column, length: number): Column {
  if (column.length >= length) return column;
  const larger = new (column.constructor as new (length: number) => Column)(
    Math.max(length, column.length * 2),
  );
  larger.set(column);
  return larger;
}

/** The fixed-width part of the index: one value a flag in each. */
export function emptyColumns() {
  return {
    at: new Float64Array(64),
    day: new Int32Array(64),
    tier: new Uint8Array(64),
    kind: new Uint8Array(64),
    /** One bit a kind. */
    kinds: new Uint8Array(64),
    action: new Uint8Array(64),
    listVersion: new Float64Array(64),
    /** Places in `strings`. */
    host: new Uint32Array(64),
    hostUnicode: new Uint32Array(64),
    domain: new Uint32Array(64),
    /** Places of sets. */
    exchanges: new Uint32Array(64),
    words: new Uint32Array(64),
  };
}

export type Columns = ReturnType<typeof emptyColumns>;

/** Each column through one function; the names stay. */
export function mapColumns(
  columns: Columns,
  change: <Column extends Numbers>(column: Column) => Column,
): Columns {
  return {
    at: change(columns.at),
    day: change(columns.day),
    tier: change(columns.tier),
    kind: change(columns.kind),
    kinds: change(columns.kinds),
    action: change(columns.action),
    listVersion: change(columns.listVersion),
    host: change(columns.host),
    hostUnicode: change(columns.hostUnicode),
    domain: change(columns.domain),
    exchanges: change(columns.exchanges),
    words: change(columns.words),
  };
}
