import { attributeText } from './attribute-text.js';
import type { DrawnElement, Drawing } from './drawing.js';

const VOID = new Set(['br', 'hr', 'img', 'input']);

/** The picture as markup, for a server. */
export function toHtml(picture: Drawing): string {
  if (Array.isArray(picture)) return (picture as readonly Drawing[]).map(toHtml).join('');
  if (typeof picture === 'string' || typeof picture === 'number') return escape(String(picture));
  if (!picture || typeof picture !== 'object') return '';
  const { tag, properties } = picture as DrawnElement;
  const { children, ...attributes } = properties;
  const written = Object.entries(attributes).map(([name, value]) => {
    const text = attributeText(value);
    return text === null ? '' : ` ${name}="${escape(text)}"`;
  });
  const open = `<${tag}${written.join('')}>`;
  return VOID.has(tag) ? open : `${open}${toHtml(children)}</${tag}>`;
}

export function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
