import { errorCorrection } from './reed-solomon.js';

/** ISO/IEC 18004, table 9, level M, by version from 1: bytes of correction a block, and how many blocks there are. */
const CORRECTION = [
  ...[10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26],
  ...Array.from({ length: 19 }, () => 28),
];
const BLOCKS = [
  ...[1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  ...[17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
];

/** The bytes of a code in the order in which they are drawn. */
export interface Codewords {
  /** 1 to 40, which says how large the code is. */
  readonly version: number;
  readonly bytes: readonly number[];
}

/**
 * A text in the smallest version that holds it at level M, as bytes of UTF-8.
 *
 * @throws RangeError where none does.
 */
export function codewordsOf(text: string): Codewords {
  const content = new TextEncoder().encode(text);
  for (const [index, correction] of CORRECTION.entries()) {
    const version = index + 1;
    const blocks = BLOCKS[index] ?? 1;
    const all = modulesOfData(version) >> 3;
    const room = all - correction * blocks;
    const lengthBytes = version < 10 ? 1 : 2;
    // Half a byte says that bytes follow, and half a one ends them.
    if (content.length + lengthBytes + 1 <= room)
      return { version, bytes: interleaved(withHeader(content, lengthBytes, room), blocks, correction) };
  }
  throw new RangeError('The text fits no QR code: it has at most 2,331 bytes.');
}

/** How many modules are left of a code when everything that makes it readable is drawn. */
function modulesOfData(version: number): number {
  const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const alignment = marks && (25 * marks - 10) * marks - 55;
  return (16 * version + 128) * version + 64 - alignment - (version > 6 ? 36 : 0);
}

/** Mode, length, content, end, and padding up to `room` bytes. */
function withHeader(content: Uint8Array, lengthBytes: number, room: number): number[] {
  const length = lengthBytes > 1 ? [content.length >> 8, content.length & 255] : [content.length];
  const halves = [4, ...[...length, ...content].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const bytes: number[] = [];
  for (let i = 0; i < halves.length; i += 2) bytes.push(((halves[i] ?? 0) << 4) | (halves[i + 1] ?? 0));
  for (let pad = 0xec; bytes.length < room; pad ^= 0xec ^ 0x11) bytes.push(pad);
  return bytes;
}

/** Cut into blocks, the longer ones last; then the first byte of each, the second of each, and so on; the correction likewise. */
function interleaved(bytes: readonly number[], count: number, correction: number): number[] {
  const shortest = Math.floor(bytes.length / count);
  const longer = bytes.length % count;
  let from = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const data = bytes.slice(from, (from += shortest + (index < count - longer ? 0 : 1)));
    return { data, check: errorCorrection(data, correction) };
  });
  return [
    ...Array.from({ length: shortest + 1 }, (_, at) => blocks.flatMap(({ data }) => data.slice(at, at + 1))),
    ...Array.from({ length: correction }, (_, at) => blocks.flatMap(({ check }) => check.slice(at, at + 1))),
  ].flat();
}
