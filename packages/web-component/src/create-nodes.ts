import { convertCard, type CardElement, type OptInAppearance } from '@whatsapp-optin/sdk/card';
import { attributeName } from './attribute.js';
import { elementProps, elementStyle } from './element-props.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The first card as nodes. Preact takes them over when the live part is loaded. */
export function createNodes(card: CardElement, appearance: OptInAppearance | null): Node {
  return convertCard<Node>(card, (element, children) => {
    const { tag } = element;
    const node = tag === 'svg' || tag === 'path' ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(elementProps(element, appearance)))
      if (value !== undefined) node.setAttribute(name, value);
    for (const [name, value] of Object.entries(elementStyle(element, appearance) ?? {}))
      node.style.setProperty(attributeName(name), String(value));
    node.append(...children.filter((child) => child !== null));
    return node;
  }) as Node;
}
