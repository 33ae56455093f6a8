import type { OptInView } from '@whatsapp-optin/sdk';
import type { Theme } from './attributes.js';
import { card } from './card.js';
import { draw } from './picture/draw.js';
import { rich } from './rich.js';

/** What was drawn last: all that it says but for its ticket, and a copy of its nodes. */
let last = '';
let nodes: DocumentFragment;

/**
 * Draws the card of `idle` into an empty root. A page's next card is a copy of the last one with a ticket of its own: that is less
 * work than to make each node.
 */
export function drawFirstCard(view: OptInView, theme: Theme, root: ShadowRoot): void {
  const { link, description, qr } = view;
  const href = link?.href;
  const words = JSON.stringify({
    ...view,
    theme,
    link: { ...link, href: !href },
    description: !description,
    qr: { ...qr, text: 0 },
  });
  if (words !== last) {
    last = words;
    nodes = new DocumentFragment();
    draw(card(view, theme), nodes);
  }
  root.append(nodes.cloneNode(true));
  if (href) root.querySelector('a')?.setAttribute('href', href);
  const place = root.querySelector('[name=description]');
  if (place && description) {
    place.textContent = '';
    draw(rich(description), place);
  }
}
