import type { OptInView } from '../opt-in/opt-in-view.js';
import type { QrPath } from '../qr/qr-path.js';
import { element, text, type CardElement, type CardNode } from './card-node.js';
import { icon } from './icons.js';

/** State of a card beside the view. */
export interface CardState {
  /** Unique on the page; ids of panels begin with it. */
  readonly headingId: string;
  /** One of `OPT_IN_THEMES`. */
  readonly theme: string;
  /** Absent until the encoder is loaded; its place is kept. */
  readonly qr?: QrPath | null | undefined;
  /** The launcher's panel is open. */
  readonly isPanelOpen?: boolean | undefined;
}

/** Attributes of the outer element, for the style sheets. */
export function boxAttributes(view: OptInView, { theme }: Pick<CardState, 'theme'>): Readonly<Record<string, string>> {
  const { display, state, locale, dir } = view;
  return { 'data-display': display, 'data-state': state, 'data-theme': theme, lang: locale, dir };
}

export function head({ icon: name, heading, description }: OptInView, { headingId }: CardState): CardElement {
  return element(
    'div',
    { classes: 'head' },
    element(
      'span',
      { classes: 'state-icon', attributes: { 'aria-hidden': 'true' } },
      element('slot', { slot: 'icon' }, icon(name)),
    ),
    element(
      'div',
      {},
      element(
        'h2',
        { part: 'heading', component: 'Heading', classes: 'heading', attributes: { id: headingId, tabindex: '-1' } },
        element('slot', { slot: 'heading' }, text(heading)),
      ),
      description &&
        element(
          'p',
          { part: 'description', component: 'Description', classes: 'text description' },
          element('slot', { slot: 'description' }, text(description)),
        ),
    ),
  );
}

export function benefits({ benefits }: OptInView): CardElement {
  const items = benefits.map(({ id, text: words }) =>
    element('li', { key: id, classes: 'benefit' }, icon('check'), text(words)),
  );
  return element('ul', { part: 'benefits', classes: 'list benefits', attributes: { role: 'list' } }, ...items);
}

const STEP_ICONS = { open: 'chat', send: 'send', return: 'return' } as const;

export function steps({ steps, stepsLabel }: OptInView): CardElement {
  const items = steps.map(({ id, text: words, current, done }) =>
    element(
      'li',
      {
        key: id,
        classes: 'step',
        attributes: { 'aria-current': current ? 'step' : undefined, 'data-done': done ? '' : undefined },
      },
      element('span', { classes: 'step-icon' }, icon(done ? 'check' : STEP_ICONS[id])),
      text(words),
    ),
  );
  const attributes = { role: 'list', 'aria-label': stepsLabel ?? undefined };
  return element('ol', { part: 'steps', classes: 'list steps', attributes }, ...items);
}

/** The QR's place is kept from the first frame on. */
export function qrPane(
  { label, heading, caption, size }: NonNullable<OptInView['qr']>,
  path: CardState['qr'],
): CardElement {
  const side = path ? `${path.size}` : '';
  return element(
    'div',
    { part: 'qr', classes: 'qr', attributes: { 'data-size': size } },
    element(
      'div',
      { classes: 'code' },
      path &&
        element(
          'svg',
          {
            attributes: {
              role: 'img',
              'aria-label': label,
              width: '160',
              height: '160',
              viewBox: `0 0 ${side} ${side}`,
            },
          },
          element('path', { attributes: { d: path.path } }),
        ),
    ),
    element(
      'div',
      { classes: 'qr-text' },
      element('p', { classes: 'text qr-heading' }, text(heading)),
      element('p', { classes: 'text qr-caption' }, text(caption)),
    ),
  );
}

/** The one polite live region. It exists before its words, so that a screen reader announces them. */
export function status({ status }: OptInView, classes: string): CardElement {
  return element(
    'p',
    { key: 'status', part: 'status', classes, attributes: { role: 'status', 'data-tone': status?.tone } },
    status && element('span', { classes: 'dot', attributes: { 'aria-hidden': 'true' } }),
    status && text(status.text),
  );
}

export function notes({ number, consent, paperLink }: OptInView): CardNode {
  return (
    (number || consent) &&
    element(
      'div',
      { classes: 'notes' },
      number &&
        element('p', { part: 'number', classes: 'text note number' }, text([`${number.label} `, ...number.text])),
      paperLink && element('p', { classes: 'text note paper-link' }, text([{ isolated: paperLink }])),
      consent &&
        element(
          'p',
          { part: 'consent', classes: 'text note consent' },
          element('slot', { slot: 'consent' }, text(consent)),
        ),
    )
  );
}
