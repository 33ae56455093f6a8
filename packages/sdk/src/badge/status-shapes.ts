/** How good a state is, for its colour and its shape. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

/**
 * One shape per tone in a view box of 12 × 12, so that a state is recognizable without colour: disc, triangle, cross, ring,
 * dash. `isLine`: stroked, not filled.
 */
export const TONE_SHAPES: Readonly<Record<Tone, { path: string; isLine: boolean }>> = {
  good: { path: 'M1 6a5 5 0 1 0 10 0A5 5 0 1 0 1 6', isLine: false },
  warn: { path: 'M6 1.2 11.3 10.8H.7Z', isLine: false },
  bad: { path: 'M2 2l8 8M10 2 2 10', isLine: true },
  info: { path: 'M1.5 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0', isLine: true },
  quiet: { path: 'M2 6h8', isLine: true },
};
