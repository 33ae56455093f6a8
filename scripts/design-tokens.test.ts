import { OPT_IN_TOKENS, optInStyles } from '@whatsapp-optin/sdk/styles';
import { describe, expect, it } from 'vitest';
import { designTokens } from './design-tokens.mjs';

const { light, dark, size } = designTokens(optInStyles);
const color = {
  colorSpace: 'srgb',
  components: [expect.any(Number), expect.any(Number), expect.any(Number)],
  alpha: expect.any(Number) as number,
  hex: expect.stringMatching(/^#[\da-f]{6}$/) as string,
};
const dimension = { value: expect.any(Number) as number, unit: 'px' };
const shadow = { color, offsetX: dimension, offsetY: dimension, blur: dimension, spread: dimension };
const FORMS = { color, dimension, shadow: expect.arrayContaining([shadow]) as object };
/** What has no value before a host sets one. */
const WITHOUT = ['font', 'qr-size', 'z'];

describe('the document of design tokens', () => {
  it('has every token that has a value, in both themes', () => {
    const known = OPT_IN_TOKENS.filter((name) => !WITHOUT.includes(name)).sort();
    for (const theme of [light, dark]) expect(Object.keys({ ...theme, ...size }).sort()).toEqual(known);
  });

  it.each(Object.entries({ light, dark, size }))('gives each of %s a type and a value of its form', (_name, group) => {
    expect(Object.keys(group).length).toBeGreaterThan(2);
    for (const [name, { $type, $value, $description }] of Object.entries(group)) {
      expect([name, $value]).toEqual([name, FORMS[$type]]);
      expect($description).toBe(`--whatsapp-optin-${name}`);
    }
  });

  it('has the values that the sheet has, and those that it mixes', () => {
    const hexOf = (group: typeof light, name: string) => (group[name]?.$value as { hex: string }).hex;
    expect([hexOf(light, 'accent'), hexOf(dark, 'accent'), hexOf(dark, 'surface')]).toEqual([
      '#00755f',
      '#2fd39d',
      '#16201d',
    ]);
    // 72 % of #10201b over white.
    expect(hexOf(light, 'muted')).toBe('#535e5b');
    expect(size['radius']?.$value).toEqual({ value: 16, unit: 'px' });
    expect(dark['shadow']?.$value).toMatchObject([
      { color: { alpha: 0.5333 }, blur: { value: 2 } },
      { blur: { value: 24 } },
    ]);
  });
});
