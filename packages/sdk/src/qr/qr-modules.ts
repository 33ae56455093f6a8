import { codewordsOf } from './codewords.js';

/** What darkens and lightens modules in turn, so that no text makes a picture that a reader mistakes. */
const MASKS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (((x / 3) | 0) + ((y / 2) | 0)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

type Row = (0 | 1)[];

/**
 * The modules of a QR code, row by row, 1 for dark, without a quiet zone. Level M; of the eight masks the one that reads best.
 *
 * @throws RangeError where the text fits no code.
 */
export function qrModules(text: string): readonly Row[] {
  const { version, bytes } = codewordsOf(text);
  const size = version * 4 + 17;
  let best: Row[] = [];
  let least = Infinity;
  for (const [mask, isLight] of MASKS.entries()) {
    const rows = Array.from({ length: size }, (): Row => []);
    const set = (x: number, y: number, dark: unknown) => {
      const row = rows[y];
      if (row && x >= 0 && x < size) row[x] = dark ? 1 : 0;
    };
    drawPatterns(set, version, size);
    drawFormat(set, mask, size);
    let bit = 0;
    // Upwards and downwards in turn, in columns of two, past the column of the timing.
    for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
      for (let step = 0; step < size * 2; step += 1) {
        const x = right - (step & 1);
        const y = ((right > 6 ? right : right + 1) + 1) & 2 ? step >> 1 : size - 1 - (step >> 1);
        if (rows[y]?.[x] !== undefined) continue;
        const dark = ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        set(x, y, dark ^ Number(!isLight(x, y)));
        bit += 1;
      }
    }
    const found = penalty(rows);
    if (found < least) [best, least] = [rows, found];
  }
  return best;
}

type SetModule = (x: number, y: number, dark: unknown) => void;

/** All that is the same in every code of a version. */
function drawPatterns(set: SetModule, version: number, size: number): void {
  for (let i = 0; i < size; i += 1) {
    set(6, i, ~i & 1);
    set(i, 6, ~i & 1);
  }
  const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (marks * 2 - 2)) * 2;
  const places = Array.from({ length: marks }, (_, i) => (i ? size - 7 - step * (marks - 1 - i) : 6));
  for (const [i, x] of places.entries())
    for (const [j, y] of places.entries())
      if ((i || j) && (i || j < marks - 1) && (j || i < marks - 1)) square(set, x, y, 2);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(set, x, y, 4);
  let bits = version;
  for (let i = 0; i < 12; i += 1) bits = (bits << 1) ^ ((bits >> 11) * 0x1f25);
  bits |= version << 12;
  for (let i = 0; i < 18 && version > 6; i += 1) {
    const [a, b] = [size - 11 + (i % 3), (i / 3) | 0];
    set(a, b, (bits >> i) & 1);
    set(b, a, (bits >> i) & 1);
  }
}

/** Rings about a centre, dark but the one at 4 and the one at 2, or at 1 in a small one. */
function square(set: SetModule, x: number, y: number, radius: number): void {
  for (let dy = -radius; dy <= radius; dy += 1)
    for (let dx = -radius; dx <= radius; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(x + dx, y + dy, ring !== 4 && ring !== radius / 2);
    }
}

/** Level and mask, twice. Level M is 0. */
function drawFormat(set: SetModule, mask: number, size: number): void {
  let bits = mask;
  for (let i = 0; i < 10; i += 1) bits = (bits << 1) ^ ((bits >> 9) * 0x537);
  bits = ((mask << 10) | bits) ^ 0x5412;
  for (let i = 0; i < 15; i += 1) {
    const dark = (bits >> i) & 1;
    // Past the timing, which crosses both lines.
    set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, dark);
    set(i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, 8, dark);
  }
  set(8, size - 8, 1);
}

/** How hard a code is to read: long runs, blocks of 2 × 2, what looks like a corner, and more of one colour. */
function penalty(rows: readonly Row[]): number {
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]))].map((line) => line.join(''));
  let sum = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    sum += 40 * [...`0000${line}0000`.matchAll(/(?=00001011101|10111010000)/g)].length;
  }
  let dark = 0;
  for (const [y, row] of rows.entries())
    for (const [x, module] of row.entries()) {
      dark += module;
      const corner = module + (row[x + 1] ?? 9) + (rows[y + 1]?.[x] ?? 9) + (rows[y + 1]?.[x + 1] ?? 9);
      if (corner === 0 || corner === 4) sum += 3;
    }
  return sum + 10 * Math.floor(Math.abs((dark / rows.length ** 2) * 20 - 10));
}
