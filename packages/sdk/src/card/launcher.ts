import type { OptInView } from '../opt-in/opt-in-view.js';
import { element, text, type CardElement } from './card-node.js';
import { closeButton } from './controls.js';
import { icon } from './icons.js';
import { boxAttributes, status, type CardState } from './card-parts.js';

/** A button that opens the card in a panel: above it in a corner of the page, or as a sheet from below. */
export function withLauncher(view: OptInView, state: CardState, card: (part: 'card') => CardElement): CardElement {
  const { launcher, display } = view;
  const { headingId, isPanelOpen = false } = state;
  const panelId = `${headingId}-panel`;
  const isSheet = display === 'sheet';
  const { label = '', icon: name = 'chat', closeLabel = '' } = launcher ?? {};
  return element(
    'div',
    { part: 'container', classes: 'root with-launcher', attributes: boxAttributes(view, state) },
    element(
      'button',
      {
        part: 'launcher',
        classes: 'control primary launcher',
        action: 'toggle_launcher',
        attributes: {
          type: 'button',
          'data-icon': name,
          'aria-haspopup': 'dialog',
          'aria-expanded': `${isPanelOpen}`,
          'aria-controls': isPanelOpen ? panelId : undefined,
        },
      },
      icon(name),
      text(label, 'label'),
    ),
    isPanelOpen
      ? element(
          isSheet ? 'dialog' : 'div',
          {
            key: 'panel',
            part: 'panel',
            classes: isSheet ? 'panel sheet' : 'panel floating',
            attributes: {
              id: panelId,
              'aria-labelledby': headingId,
              role: isSheet ? undefined : 'dialog',
            },
          },
          card('card'),
          closeButton(closeLabel, 'toggle_launcher'),
        )
      : status(view, 'text visually-hidden'),
  );
}
