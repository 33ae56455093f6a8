import type { FeaturePath } from './old-browser.js';

/** What browsers of the last years lack, and the prompt uses where there is one. */
export const MISSING_FEATURES: Readonly<Record<string, readonly FeaturePath[]>> = {
  attachInternals: ['HTMLElement.attachInternals', 'ElementInternals'],
  'ElementInternals.states': ['ElementInternals.states', 'CustomStateSet'],
  'constructable style sheets': ['CSSStyleSheet.CSSStyleSheet'],
  adoptedStyleSheets: ['Document.adoptedStyleSheets', 'ShadowRoot.adoptedStyleSheets'],
  popover: ['showPopover', 'hidePopover', 'togglePopover', 'popover'].map((name) => `HTMLElement.${name}`),
  'Element.animate': ['Element.animate', 'Element.getAnimations', 'Document.getAnimations'],
  dialog: ['HTMLDialogElement'],
  structuredClone: ['structuredClone'],
  'crypto.randomUUID': ['Crypto.randomUUID'],
};

/** A browser without popovers does not know `:popover-open` either. It is sent as text, and stands alone. */
export function forgetPopoverOpen(): void {
  if ('showPopover' in HTMLElement.prototype) return;
  for (const { prototype } of [Element, Document, DocumentFragment])
    for (const name of ['matches', 'closest', 'querySelector', 'querySelectorAll']) {
      const real = (prototype as unknown as Record<string, unknown>)[name];
      if (typeof real !== 'function') continue;
      const strict = function (this: unknown, selector: string): unknown {
        if (selector.includes(':popover-open')) throw new DOMException('Unknown pseudo-class', 'SyntaxError');
        return Reflect.apply(real, this, [selector]);
      };
      Object.defineProperty(prototype, name, { value: strict, configurable: true, writable: true });
    }
}
