import { describe, expect, it } from 'vitest';
import { optInStyles } from './opt-in-styles.js';

/** The selector of each rule, with the conditions around it. */
function rulesOf(css: string): { selector: string; conditions: readonly string[] }[] {
  const open: string[] = [];
  const rules: { selector: string; conditions: readonly string[] }[] = [];
  for (const [token, head] of css.matchAll(/([^{};]+)\{|\}/g)) {
    if (token === '}') open.pop();
    else {
      if (head && !head.startsWith('@')) rules.push({ selector: head, conditions: [...open] });
      open.push(head ?? '');
    }
  }
  return rules;
}

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

  it('changes under a pointer only where the device has one that hovers', () => {
    const hovering = rulesOf(optInStyles).filter(({ selector }) => selector.includes(':hover'));
    const loose = hovering.filter(({ conditions }) => !conditions.some((one) => /\(hover: ?hover\)/.test(one)));
    expect(hovering.length).toBeGreaterThan(0);
    expect(loose).toEqual([]);
  });
});
