import { attributeText } from './attribute-text.js';
import type { DrawnElement, Drawing } from './drawing.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Adds the picture to `parent`. */
export function draw(picture: Drawing, parent: Node): void {
  if (Array.isArray(picture)) for (const piece of picture as readonly Drawing[]) draw(piece, parent);
  else if (picture && typeof picture === 'object') {
    const { tag, properties } = picture as DrawnElement;
    const element = blank(tag, parent);
    for (const [name, value] of Object.entries(properties)) {
      const text = attributeText(value);
      if (name === 'children') draw(value, element);
      else if (text !== null) element.setAttribute(name, text);
    }
    parent.appendChild(element);
  } else if (picture && picture !== true) parent.appendChild(document.createTextNode(`${picture}`));
}

/** A bare element, to stand in `parent`. */
export function blank(tag: string, parent: Node): Element {
  const isSvg = tag === 'svg' || (parent as Element).namespaceURI === SVG;
  return isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
}
