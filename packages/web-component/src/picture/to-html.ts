import type { Drawing } from './drawing.js';

const VOID = new Set(['br', 'hr', 'img', 'input']);

/** The picture as markup, for a server. */
export function toHtml(picture: Drawing): string {
  if (Array.isArray(picture)) return (picture as readonly Drawing[]).map(toHtml).join('');
  if (typeof picture === 'string' || typeof picture === 'number') return escape(String(picture));
  if (!picture || typeof picture !== 'object') return '';
  const { tag, attributes, children } = picture as Exclude<typeof picture, readonly Drawing[]>;
  const written = Object.entries(attributes).map(([name, value]) => {
    if (value === null || value === undefined || value === false || name === 'key' || typeof value === 'object')
      return '';
    return value === true ? ` ${name}=""` : ` ${name}="${escape(String(value))}"`;
  });
  const open = `<${tag}${written.join('')}>`;
  return VOID.has(tag) ? open : `${open}${toHtml(children)}</${tag}>`;
}

export function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
