import { attributeText } from './attribute-text.js';
import type { DrawnElement, Drawing } from './drawing.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Icons that have been drawn: a copy of all their nodes at once takes a third of the time. */
const known = new WeakMap<DrawnElement, Node>();

/** Adds the picture to `parent`. */
export function draw(picture: Drawing, parent: Element | ShadowRoot): void {
  if (Array.isArray(picture)) for (const piece of picture as readonly Drawing[]) draw(piece, parent);
  else if (picture && typeof picture === 'object') {
    const { tag, properties } = picture as DrawnElement;
    const copied = known.get(picture as DrawnElement);
    if (copied) return void parent.append(copied.cloneNode(true));
    const element = blank(tag, parent);
    for (const [name, value] of Object.entries(properties)) {
      const text = attributeText(value);
      if (name === 'children') draw(value, element);
      else if (text !== null) element.setAttribute(name, text);
    }
    if (tag === 'svg') known.set(picture as DrawnElement, element.cloneNode(true));
    parent.append(element);
  } else if (picture && picture !== true) parent.append(`${picture}`);
}

/** A bare element, to stand in `parent`. */
export function blank(tag: string, parent: Element | ShadowRoot): Element {
  const isSvg = tag === 'svg' || (parent as Element).namespaceURI === SVG;
  return isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
}
