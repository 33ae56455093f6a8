import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPath, qrSvg } from './index.js';

const SHORT = 'https://o.example.com/o/K7Q2-M9XW-4T3H';

/** The modules that a path fills. */
function modulesOf(path: string): Set<string> {
  const filled = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(length); i += 1) filled.add(`${Number(x) + i},${y}`);
  }
  return filled;
}

describe('the path of a QR code', () => {
  it('fills exactly the dark modules of the code', () => {
    const { path, size } = qrPath(SHORT);
    const { data } = encode(SHORT, { ecc: 'M', boostEcc: true, border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
    expect([...modulesOf(path)].sort()).toEqual(dark.sort());
    expect(size).toBe(data.length);
  });

  it('leaves a quiet zone of four modules on each side', () => {
    const { path, size } = qrPath(SHORT);
    const places = [...modulesOf(path)].flatMap((place) => place.split(',').map(Number));
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
  });

  it('stays small for a short link', () => {
    expect(qrPath(SHORT).size).toBeLessThanOrEqual(29 + 8);
  });

  it('refuses a text that fits no code', () => {
    expect(() => qrPath('x'.repeat(4_000))).toThrow();
  });
});

describe('the file of a QR code', () => {
  it('is a whole document, black on white', () => {
    const svg = qrSvg(SHORT);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*viewBox="0 0 (\d+) \1"/);
    expect(svg).toContain(qrPath(SHORT).path);
    expect(svg.match(/#[0-9a-f]{3,6}\b/g)).toEqual(['#fff']);
  });

  it.each([
    ['a short link', SHORT, 20],
    ['a long one, whose modules a printer must still resolve', `https://wa.me/1?text=${'x'.repeat(400)}`, 38],
  ])('is large enough on paper: %s', (_, text, leastMm) => {
    const widthMm = Number(/width="([\d.]+)mm"/.exec(qrSvg(text))?.[1]);
    const { size } = qrPath(text);
    expect((widthMm * (size - 8)) / size).toBeGreaterThanOrEqual(leastMm);
    expect(widthMm / size).toBeGreaterThanOrEqual(0.5);
  });
});
