import type { OptInView } from '../opt-in/opt-in-view.js';
import { benefits, boxAttributes, head, notes, qrPane, status, steps, type CardState } from './card-parts.js';
import { element, text, type CardElement } from './card-node.js';
import { choices, rows } from './controls.js';
import type { LiveCard } from './live-card.js';

/**
 * Renders a view as elements, top to bottom, for every display and state. It decides nothing: a part that the view leaves out
 * is not rendered.
 *
 * @param live - `liveCard` of the live part. Without it the card has no help panel and no launcher; the idle card needs neither.
 */
export function renderCard(view: OptInView, state: CardState, live?: LiveCard): CardElement {
  if (view.launcher && live) return live.withLauncher(view, state, (part) => section(view, state, part, live));
  return section(view, state, 'container', live);
}

function section(
  view: OptInView,
  state: CardState,
  part: 'container' | 'card',
  live: LiveCard | undefined,
): CardElement {
  const { qr, help } = view;
  const pane = qr && qrPane(qr, state.qr);
  const isAside = qr?.size === 'aside';
  return element(
    'section',
    {
      part,
      component: part === 'container' ? 'Root' : undefined,
      classes: 'root card',
      attributes: {
        ...boxAttributes(view, state),
        'data-icon': view.icon,
        'data-qr': qr?.size,
        ...(view.display === 'button' ? { 'aria-label': view.heading } : { 'aria-labelledby': state.headingId }),
      },
    },
    element(
      'div',
      { classes: 'main' },
      view.display !== 'button' && head(view, state),
      !isAside && pane,
      view.benefits.length > 0 && benefits(view),
      view.hint && element('p', { part: 'hint', classes: 'text hint' }, text(view.hint)),
      choices(view),
      view.steps.length > 0 && steps(view),
      status(view, 'text status'),
      rows(view.actions),
      view.state === 'failed' && !view.link && element('slot', { slot: '' }),
      notes(view),
      element('slot', { slot: 'footer' }),
    ),
    isAside && pane,
    help?.open && live?.helpPanel(view, help, state),
  );
}
