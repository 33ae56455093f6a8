import {
  appearancePart,
  classNames,
  convertCard,
  ownProperties,
  type CardElement,
  type OptInAppearance,
} from '@whatsapp-optin/sdk/card';
import { Fragment, createElement, type ElementType, type ReactNode } from 'react';
import { handlers, type Press } from './control-props.js';
import type { WhatsAppOptInComponents } from './opt-in-components.js';

/** What React adds to the card. */
export interface RenderOptions {
  readonly press?: Press | undefined;
  readonly components?: Partial<WhatsAppOptInComponents> | undefined;
  readonly appearance?: OptInAppearance | undefined;
  /** Rendered at the end of the card. */
  readonly children?: ReactNode;
}

/** Renders the children of the card's outer element. */
export function renderChildren(card: CardElement, options: RenderOptions): ReactNode[] {
  return card.children.map((child) =>
    convertCard<ReactNode>(child, (element, children) => create(element, children, options)),
  );
}

function create(element: CardElement, children: ReactNode[], options: RenderOptions): ReactNode {
  const { slot, component, icon, tag } = element;
  if (slot === 'footer') return options.children;
  if (slot !== undefined) return createElement(Fragment, null, ...children);
  const replaced = component && options.components?.[component];
  if (replaced && component === 'Icon') return createElement(replaced as ElementType, { name: icon });
  return createElement((replaced ?? tag) as ElementType, elementProps(element, options), ...children);
}

/** Props of an element of the card, with the host's class and style for its part. */
export function elementProps(element: CardElement, { press, appearance }: RenderOptions): Record<string, unknown> {
  const { key, part, action, tag, attributes = {} } = element;
  const { tabindex, ...others } = attributes;
  const own = part && appearance ? appearancePart(appearance, part) : null;
  return ownProperties({
    ...others,
    ...(key !== undefined && { key }),
    ...(tabindex !== undefined && { tabIndex: Number(tabindex) }),
    ...(own?.style && { style: own.style }),
    className: classNames(element, own?.className),
    ...(action && { 'data-action': action, ...(press && handlers(press, action, attributes['href'], tag === 'a')) }),
  });
}
