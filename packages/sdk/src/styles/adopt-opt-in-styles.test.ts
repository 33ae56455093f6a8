// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { adoptOptInStyles } from './adopt-opt-in-styles.js';

it('writes each sheet once where a root cannot adopt a sheet', () => {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  expect('adoptedStyleSheets' in root).toBe(false);
  adoptOptInStyles(root);
  adoptOptInStyles(root);
  adoptOptInStyles(document);
  expect(root.querySelectorAll('style')).toHaveLength(2);
  expect(document.head.querySelectorAll('style')).toHaveLength(2);
});
