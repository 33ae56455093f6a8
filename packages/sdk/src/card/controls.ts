import type { OptInView, OptInViewLink, OptInViewRow } from '../opt-in/opt-in-view.js';
import { element, text, type CardElement, type CardNode } from './card-node.js';
import { icon } from './icons.js';

/** The link to WhatsApp and Skip. */
export function choices({ link, skip }: OptInView): CardNode {
  return (
    (link || skip) &&
    element(
      'div',
      { classes: 'choices' },
      link &&
        element(
          'a',
          {
            part: 'link',
            component: 'Link',
            classes: 'control primary link',
            action: 'open',
            attributes: linkAttributes(link),
          },
          icon('chat'),
          text(link.label, 'label'),
        ),
      skip &&
        element(
          'button',
          {
            part: 'skip',
            component: 'Skip',
            classes: 'control secondary skip',
            action: skip.action,
            attributes: { type: 'button' },
          },
          text(skip.label, 'label'),
        ),
    )
  );
}

/** Attributes of the link to WhatsApp. Without an address yet, it is a disabled link. */
export function linkAttributes({
  href,
  target,
  rel,
  busy,
}: OptInViewLink): Readonly<Record<string, string | undefined>> {
  return {
    ...(href === null ? { role: 'link', tabindex: '0', 'aria-disabled': 'true' } : { href, target, rel }),
    'aria-busy': busy ? 'true' : undefined,
  };
}

/** A list of controls. */
export function rows(list: readonly OptInViewRow[]): CardNode {
  if (list.length === 0) return null;
  const items = list.map((one) => element('li', { key: one.id }, row(one)));
  return element('ul', { part: 'help', classes: 'list help', attributes: { role: 'list' } }, ...items);
}

/** One control: a link if it has an address, else a button. */
export function row({ id, label, icon: name, href, target, expanded, done }: OptInViewRow): CardElement {
  const isLink = href !== undefined;
  return element(
    isLink ? 'a' : 'button',
    {
      part: 'help-action',
      classes: 'control row',
      action: id,
      attributes: {
        ...(isLink ? { href, target, rel: 'noopener' } : { type: 'button' }),
        'aria-expanded': expanded === undefined ? undefined : `${expanded}`,
        'data-done': done ? '' : undefined,
      },
    },
    icon(name),
    text(label, 'label'),
  );
}

/** The close button in a panel's corner. It comes last, so that a keyboard reaches the panel's own controls first. */
export function closeButton(label: string, action: 'help' | 'toggle_launcher'): CardElement {
  return element(
    'button',
    { part: 'close', classes: 'control close', action, attributes: { type: 'button', 'aria-label': label } },
    icon('close'),
  );
}
