import type { OptInIcon } from '../opt-in/opt-in-view.js';
import { element, type CardElement } from './card-node.js';

/** Icons of a view, and those of its steps. */
export type CardIcon = OptInIcon | 'send' | 'return';

/**
 * The icons of the first card: one path each, 24 × 24, a round 2 px stroke in the current colour. `chat` is a neutral speech bubble: Meta's permission
 * is needed to show the WhatsApp mark, so an integrator supplies it.
 */
export const CARD_ICONS = {
  chat: 'M12 3a9 9 0 0 0-7.8 13.5L3 21l4.6-1.2A9 9 0 1 0 12 3ZM8.5 10.5h7M8.5 14h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  send: 'M20.5 3.5 10 14M20.5 3.5 14 20.5 10 14 3.5 10Z',
  return: 'M9 14 4 9l5-5M4 9h9.5a6.5 6.5 0 0 1 0 13H11',
} as const;

/** Every icon that is loaded. */
const paths: Partial<Record<CardIcon, string>> = { ...CARD_ICONS };

/** The live part brings the icons of other states. */
export function registerIcons(icons: Readonly<Partial<Record<CardIcon, string>>>): void {
  Object.assign(paths, icons);
}

/** Its size is an attribute too: without a style sheet an SVG fills the page. */
export function icon(name: CardIcon): CardElement {
  return element(
    'svg',
    {
      component: 'Icon',
      icon: name,
      classes: 'icon',
      attributes: { width: '20', height: '20', viewBox: '0 0 24 24', 'data-icon': name, 'aria-hidden': 'true' },
    },
    element('path', { attributes: { d: paths[name] } }),
  );
}
