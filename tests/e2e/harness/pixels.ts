import { inflateSync } from 'node:zlib';

/** A picture's pixels, four bytes each (RGBA), row after row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The picture is no PNG of the kind that browsers take of a page. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}

const SIGNATURE_BYTES = 8;

/** Reads a PNG of 8 bits a channel, colour or colour with alpha, not interlaced (PNG, third edition, 9 and 10). */
export function readPng(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed: Uint8Array[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = SIGNATURE_BYTES; at < bytes.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const from = at + 8;
    if (kind === 'IHDR') {
      width = view.getUint32(from);
      height = view.getUint32(from + 4);
      const [depth, colour, , , interlaced] = bytes.subarray(from + 8, from + 13);
      if (depth !== 8 || interlaced !== 0 || (colour !== 2 && colour !== 6))
        throw new UnreadablePicture(`depth ${depth}, colour ${colour}, interlaced ${interlaced}`);
      channels = colour === 6 ? 4 : 3;
    }
    if (kind === 'IDAT') packed.push(bytes.subarray(from, from + length));
    at = from + length + 4;
  }
  const rows = unfilter(inflateSync(Buffer.concat(packed)), width * channels, height, channels);
  return { width, height, data: withAlpha(rows, width * height, channels) };
}

function unfilter(raw: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const here = y * stride + x;
      const left = x < channels ? 0 : (out[here - channels] ?? 0);
      const up = y === 0 ? 0 : (out[here - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[here - stride - channels] ?? 0);
      out[here] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function withAlpha(rows: Uint8Array, count: number, channels: number): Uint8Array {
  if (channels === 4) return rows;
  const data = new Uint8Array(count * 4);
  for (let i = 0; i < count; i++) {
    data.set(rows.subarray(i * 3, i * 3 + 3), i * 4);
    data[i * 4 + 3] = 255;
  }
  return data;
}
