import { formatCount } from '../opt-in/format-count.js';
import type { OptInView, OptInViewHelp } from '../opt-in/opt-in-view.js';
import { element, text, type CardElement } from './card-node.js';
import { closeButton, rows } from './controls.js';
import type { CardState } from './card-parts.js';

/** Every other way to the chat, in the top layer beside the card. */
export function helpPanel({ status, locale }: OptInView, help: OptInViewHelp, { headingId }: CardState): CardElement {
  const { heading, steps, message } = help;
  const id = `${headingId}-help`;
  const items = steps.map((step, index) =>
    element(
      'li',
      { key: `${index}` },
      element('span', { classes: 'number-sign' }, text(formatCount(locale, index + 1))),
      text(step, 'instruction'),
    ),
  );
  return element(
    'div',
    {
      key: 'help-panel',
      part: 'panel',
      classes: 'panel help-panel',
      attributes: { role: 'dialog', 'aria-labelledby': id },
    },
    element('h3', { classes: 'text panel-heading', attributes: { id, tabindex: '-1' } }, text(heading)),
    element('ol', { classes: 'list help-steps', attributes: { role: 'list' } }, ...items),
    message &&
      element(
        'div',
        {},
        element('p', { classes: 'text message-label' }, text(message.label)),
        element('p', { classes: 'text message', attributes: { dir: 'auto' } }, text(message.text)),
      ),
    rows(help.rows),
    // The panel may cover the live region. A reader sees the words here; a screen reader reads them there.
    status && element('p', { classes: 'text status-copy', attributes: { 'aria-hidden': 'true' } }, text(status.text)),
    closeButton(help.closeLabel, 'help'),
  );
}
