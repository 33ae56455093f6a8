import { isJsonObject, type JsonObject } from '../json-object.js';
import { toStorableText } from '../storable-json.js';

/**
 * Content of a message; or why it opens no session. `isKept`: staff still see it. `text` of such a one may still say STOP.
 */
export type MessageContent =
  | { contentType: string; text: string; payload?: string; why?: never }
  | { why: string; isKept: boolean; text?: string; contentType?: never };

/**
 * What a message of Meta's type holds. A closed list: Meta delivers its own notices as messages "from" a person who
 * wrote nothing, and adds types without asking. An inherited name (`constructor`) is no type.
 *
 * `null`: the type is known and its body is not what Meta documents.
 */
export function readContent(item: JsonObject): MessageContent | null {
  const type = typeof item['type'] === 'string' ? item['type'] : '';
  const body = isJsonObject(item[type]) ? item[type] : {};
  switch (type) {
    case 'text':
      return typeof body['body'] === 'string' ? content('text', body['body']) : null;
    case 'button':
      return tap(body['text'], body['payload']);
    case 'interactive':
      return readInteractive(body);
    case 'image':
    case 'video':
    case 'document':
      return content(type, body['caption']);
    case 'audio':
    case 'sticker':
    case 'location':
      // The name of a place is not what the customer says: a café may be called "Stop".
      return content(type, '');
    case 'contacts':
      return content('contact', '');
    case 'reaction':
      return ignoredAs('reaction', false);
    case 'edit':
      return { ...ignoredAs('edit', true), ...editedText(body) };
    case 'order':
      // Its trigger is that a customer orders products (Meta's order webhook reference, 21 May 2026).
      return content('order', body['text']);
    case 'revoke':
    case 'unsupported':
      // Whether these open the window is written nowhere (read 2026-11), so they do not; staff see that they came.
      return ignoredAs(type, true);
    default:
      return ignoredAs('unknown_type', true);
  }
}

/**
 * A tap on a button or a line of a list counts as having written its title. A tap may come without its object, beside an
 * error of Meta's: then nobody knows what was said.
 */
function readInteractive(body: JsonObject): MessageContent | null {
  const type = typeof body['type'] === 'string' ? body['type'] : '';
  const reply = isJsonObject(body[type]) ? body[type] : {};
  switch (type) {
    case 'button_reply':
    case 'list_reply':
      return tap(reply['title'], reply['id']);
    case 'nfm_reply':
      return content('form', reply['body']);
    case '':
      return ignoredAs('unsupported', true);
    default:
      return ignoredAs('unknown_type', true);
  }
}

/** A tap says its label; without one, what the button carries. */
function tap(label: unknown, payload: unknown): MessageContent | null {
  const found = [label, payload].find((text) => typeof text === 'string' && text !== '');
  if (found === undefined) return null;
  return { ...content('text', found), ...(typeof payload === 'string' && { payload: toStorableText(payload) }) };
}

/** What an edited message says now: the text, or the caption of what was sent. */
function editedText(body: JsonObject): { text?: string } {
  const message = isJsonObject(body['message']) ? body['message'] : {};
  const type = typeof message['type'] === 'string' ? message['type'] : '';
  const part = isJsonObject(message[type]) ? message[type] : {};
  const text = part['body'] ?? part['caption'];
  return typeof text === 'string' ? { text: toStorableText(text) } : {};
}

function content(contentType: string, text: unknown): { contentType: string; text: string } {
  return { contentType, text: typeof text === 'string' ? toStorableText(text) : '' };
}

function ignoredAs(why: string, isKept: boolean): { why: string; isKept: boolean } {
  return { why, isKept };
}
