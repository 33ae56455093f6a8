import type { Drawing } from './drawing.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Adds the picture to `parent`, once; what changes later is Preact's work. */
export function draw(picture: Drawing, parent: Element | ShadowRoot, svg = false): void {
  if (typeof picture === 'string') parent.append(picture);
  else if (Array.isArray(picture)) for (const piece of picture as readonly Drawing[]) draw(piece, parent, svg);
  else if (picture && typeof picture === 'object' && 'tag' in picture) {
    const { tag, attributes, children } = picture;
    const isSvg = svg || tag === 'svg';
    const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === 'string' || typeof value === 'number') element.setAttribute(name, `${value}`);
      else if (value === true) element.setAttribute(name, '');
    }
    draw(children, element, isSvg);
    parent.append(element);
  }
}
