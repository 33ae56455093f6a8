import { convertCard, type CardElement, type OptInAppearance } from '@whatsapp-optin/sdk/card';
import { h, render, type ComponentChild, type VNode } from 'preact';
import { elementProps, elementStyle } from './element-props.js';

/** Converts the card to Preact elements. */
export function toPreact(card: CardElement, appearance: OptInAppearance | null = null): VNode {
  return convertCard<ComponentChild>(card, (element, children) => {
    const style = elementStyle(element, appearance);
    const props = { ...elementProps(element, appearance), key: element.key, ...(style && { style }) };
    return h(element.slot === undefined ? element.tag : 'slot', props, ...children);
  }) as VNode;
}

const rendered = new WeakSet<ShadowRoot>();

/** Renders over the nodes in the root: the last render, the plain nodes of the first card, or a server's card. */
export function renderInto(root: ShadowRoot, card: CardElement, appearance: OptInAppearance | null): void {
  // Preact takes over nodes of the same name, and leaves others in a root that it has not rendered into yet.
  if (!rendered.has(root))
    for (const node of [...root.children]) if (node.localName !== card.tag && node.localName !== 'style') node.remove();
  rendered.add(root);
  render(toPreact(card, appearance), root);
}
