import { attributeText } from './attribute-text.js';
import { blank } from './draw.js';
import type { DrawnElement, Drawing, Properties } from './drawing.js';

/** By what a node is known again, beside its tag. */
const KEYS = ['class', 'name', 'data-action'];

/** What was drawn last on an element. One without it was drawn by a first paint or a server, as it stands. */
const drawnOn = new WeakMap<Element, Properties>();

/**
 * Makes the contents of `parent` what the picture says. A node that is still in it stays where it is, with its focus, its
 * selection and whatever else has been written on it; a `<style>` is none of the picture, and stays too.
 */
export function patch(picture: Drawing, parent: Element | ShadowRoot): void {
  const pieces = piecesOf(picture);
  const left = new Set<ChildNode>(parent.childNodes);
  const nodes = pieces.map((piece) => {
    for (const node of left) if (isOf(node, piece) && left.delete(node)) return node;
    return typeof piece === 'string' ? document.createTextNode(piece) : blank(piece.tag, parent);
  });
  for (const node of left) if (node.nodeName !== 'STYLE') node.remove();
  const { activeElement } = parent.getRootNode() as ShadowRoot;
  const isStyle = (node: ChildNode | null) => node?.nodeName === 'STYLE';
  let next = parent.firstChild;
  for (const [index, piece] of pieces.entries()) {
    const node = nodes[index] as ChildNode;
    // What is moved loses the focus: where it is inside, the others go out of its way, and find their places in their turn.
    const stays = activeElement !== null && node.contains(activeElement);
    while (next && (isStyle(next) || (stays && next !== node))) {
      const passed = next;
      next = next.nextSibling;
      if (!isStyle(passed)) parent.append(passed);
    }
    if (node === next) next = next.nextSibling;
    else parent.insertBefore(node, next);
    if (typeof piece !== 'string') write(node as Element, piece.properties);
    else if (node.nodeValue !== piece) node.nodeValue = piece;
  }
}

function write(element: Element, properties: Properties): void {
  const before = drawnOn.get(element);
  for (const name of before ? Object.keys(before) : element.getAttributeNames())
    if (textOf(properties, name) === null) element.removeAttribute(name);
  for (const name of Object.keys(properties)) {
    const text = textOf(properties, name);
    const stands = before ? textOf(before, name) : element.getAttribute(name);
    if (text !== null && text !== stands) element.setAttribute(name, text);
  }
  drawnOn.set(element, properties);
  patch(Object.hasOwn(properties, 'children') ? properties['children'] : null, element);
}

/** @returns what an attribute says, from the picture's own alone; `null` where it is absent. */
function textOf(properties: Properties, name: string): string | null {
  return name !== 'children' && Object.hasOwn(properties, name) ? attributeText(properties[name]) : null;
}

function isOf(node: ChildNode, piece: string | DrawnElement): boolean {
  if (typeof piece === 'string') return node.nodeName === '#text';
  const { tag, properties } = piece;
  const { localName } = node as Element;
  return localName === tag && KEYS.every((key) => (node as Element).getAttribute(key) === textOf(properties, key));
}

/** The elements and texts of a picture in their order, neighbouring texts as one, as a parser of HTML reads them. */
function piecesOf(picture: Drawing, pieces: (string | DrawnElement)[] = []): (string | DrawnElement)[] {
  if (Array.isArray(picture)) for (const piece of picture as readonly Drawing[]) piecesOf(piece, pieces);
  else if (picture && typeof picture === 'object') pieces.push(picture as DrawnElement);
  else if (picture && picture !== true) {
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = `${last}${picture}`;
    else pieces.push(`${picture}`);
  }
  return pieces;
}
