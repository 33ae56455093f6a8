import type { OptInView } from '../opt-in/opt-in-view.js';
import { boxAttributes, status, type CardState } from './card-parts.js';
import { element, text, type CardElement } from './card-node.js';
import { linkAttributes, row } from './controls.js';
import { icon } from './icons.js';

/**
 * Renders a view as the link alone, with the status under it. Without a link it shows the view's actions. All of them are in the
 * same place, so that a change of state keeps the focus.
 */
export function renderButton(view: OptInView, state: Pick<CardState, 'theme'>): CardElement {
  const { link, actions } = view;
  const wayOn = actions.find(({ id }) => id === 'open' || id === 'restart');
  const control = link
    ? element(
        'a',
        {
          component: 'Link',
          classes: 'control primary link',
          action: 'open',
          attributes: linkAttributes(link),
        },
        icon('chat'),
        text(link.label, 'label'),
      )
    : wayOn && { ...row(wayOn), classes: 'control secondary', ...(wayOn.href ? { component: 'Link' as const } : {}) };
  return element(
    'div',
    { classes: 'root inline', attributes: boxAttributes(view, state) },
    control ?? null,
    status(view, 'text status'),
  );
}
