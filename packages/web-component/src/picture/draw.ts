import { attributeText } from './attribute-text.js';
import type { DrawnElement, Drawing } from './drawing.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Adds the picture to `parent`. */
export function draw(picture: Drawing, parent: Element | ShadowRoot): void {
  if (Array.isArray(picture)) for (const piece of picture as readonly Drawing[]) draw(piece, parent);
  else if (picture && typeof picture === 'object') parent.append(drawn(picture as DrawnElement, parent));
  else if (picture && picture !== true) parent.append(`${picture}`);
}

/** An element of the picture with all that is in it, to stand in `parent`. */
export function drawn({ tag, properties }: DrawnElement, parent: Element | ShadowRoot): Element {
  const isSvg = tag === 'svg' || (parent as Element).namespaceURI === SVG;
  const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    const text = attributeText(value);
    if (name === 'children') draw(value, element);
    else if (text !== null) element.setAttribute(name, text);
  }
  return element;
}
