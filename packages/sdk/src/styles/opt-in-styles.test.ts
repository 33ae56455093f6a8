import { describe, expect, it } from 'vitest';
import { optInStyles } from './opt-in-styles.js';

describe('the style sheet', () => {
  it('has no character that HTML escapes, so that every React writes it unchanged', () => {
    expect(optInStyles).not.toMatch(/[&<>"']/);
  });

  it('selects nothing but classes of its own and the host of a shadow root', () => {
    const rules = optInStyles.replace(/@keyframes[^{]+\{[^{}]+\{[^{}]*\}\}/g, '').replace(/\{[^{}]*\}/g, '\n');
    const selectors = rules.split('\n').map((line) => line.replace(/^@[^{]+\{|^\}+/g, '').trim());
    const foreign = selectors.filter((selector) => selector && !/whatsapp-optin|^:host|^@|^\}/.test(selector));
    expect(foreign).toEqual([]);
  });

  it('knows no left and no right: every side follows the direction of the text', () => {
    expect(optInStyles).not.toMatch(/(?:margin|padding|border|inset)-(?:left|right)|[;{](?:left|right|width|height):/);
  });
});
