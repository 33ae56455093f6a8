import { createHash } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../json-object.js';
import { readSenderName } from '../sender-name.js';
import { toStorableJson, toStorableText } from '../storable-json.js';
import { readVendorId } from '../vendor-id.js';
import { readVendorTime } from '../vendor-time.js';
import type { InboundEvent } from '../whatsapp-provider.js';
import { ignored, kept } from './ignored-event.js';
import { readSender } from './sender.js';

/**
 * WhatsApp's own ids, `false_966500000001@c.us_3EB0…`, and those that a bridge gives. The id guards against a replay: no two
 * spellings of it may pass for two messages.
 */
export const ID_FORM = /^[\w@.:=+/-]{1,512}$/;

/** One message as UltraMsg describes it; `raw` is what is kept of it for staff and replay. Never throws. */
export function readMessage(item: unknown, raw: unknown, businessNumber: string): InboundEvent {
  if (!isJsonObject(item)) return kept('malformed', raw, true);
  const id = readVendorId(item['id']);
  if (isOwn(item, id)) return ignored('own');
  if (id !== null && !ID_FORM.test(id)) return kept('malformed', raw, true);

  const sender = readSender(item['from']);
  const recipient = readSender(item['to'] ?? '');
  if (recipient.kind !== 'person' && recipient.kind !== 'malformed') return ignored(recipient.kind);
  if (sender.kind === 'malformed') return kept('malformed', raw, true);
  if (sender.kind !== 'person') return ignored(sender.kind);
  const isFromBusiness = sender.identities.some((identity) => identity.value === businessNumber);
  if (isFromBusiness || (item['to'] !== undefined && item['from'] === item['to'])) return ignored('own');

  const contentType = readContentType(item);
  if (contentType === 'reaction') return ignored('reaction');
  if (contentType === null) return kept('unknown_type', raw, true);

  const text = typeof item['body'] === 'string' ? toStorableText(item['body']) : '';
  const time = item['time'] ?? item['timestamp'];
  const sentAt = readVendorTime(time);
  try {
    return {
      kind: 'message',
      providerMessageId: id ?? deriveId(item['from'], time, text),
      ...sharedIdOf(id),
      sentAt,
      ...(time !== undefined && time !== null && sentAt === null && { opensWindow: false }),
      sender: sender.identities,
      senderName: readSenderName(item['pushname'] ?? item['name']),
      contentType,
      text,
      raw: toStorableJson(raw, ['token']),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ignored('malformed');
  }
}

/**
 * Id of a message that came without one: the same for every redelivery, marked by its `derived:`. Without a time, the
 * same words of the same person are one message for ever: a lost renewal is better than a replay that opens a window.
 */
function deriveId(from: unknown, time: unknown, text: string): string {
  return `derived:${sha256(JSON.stringify([from, time ?? null, text]))}`;
}

/**
 * WhatsApp's own key, the last part of its ids. One message may come as `…@c.us_KEY` and as `…@lid_KEY`. A shorter part than
 * WhatsApp's is not taken for a key: it may be that of another person's message.
 */
function sharedIdOf(id: string | null): { sharedId?: string } {
  const key = id === null ? undefined : /^false_[^_]+@(?:c\.us|s\.whatsapp\.net|lid)_([0-9a-f]{16,64})$/i.exec(id)?.[1];
  return key === undefined ? {} : { sharedId: key };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** WhatsApp's own ids begin with `true_` where the account itself wrote; flags that are not a plain "no" count as yes. */
function isOwn(item: JsonObject, id: string | null): boolean {
  return !isPlainNo(item['fromMe'] ?? false) || !isPlainNo(item['self'] ?? false) || (id?.startsWith('true_') ?? false);
}

/** Flags come as booleans, numbers or words, according to the form. */
export function isPlainNo(flag: unknown): boolean {
  return flag === false || flag === 0 || (typeof flag === 'string' && ['', '0', 'false'].includes(flag.toLowerCase()));
}

/**
 * Content types that a person can send: UltraMsg's name, and ours. A closed list: WhatsApp delivers its own notices
 * (changed keys, missed calls, deleted messages) as messages "from" a person who wrote nothing.
 */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  chat: 'text',
  text: 'text',
  image: 'image',
  video: 'video',
  audio: 'audio',
  ptt: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  live_location: 'location',
  vcard: 'contact',
  multi_vcard: 'contact',
  contact: 'contact',
  buttons_response: 'text',
  list_response: 'text',
  reaction: 'reaction',
};

function readContentType({ type, body }: JsonObject): string | null {
  if (type === undefined || type === null || type === '') return typeof body === 'string' && body ? 'text' : null;
  if (typeof type !== 'string' || !Object.hasOwn(CONTENT_TYPES, type.toLowerCase())) return null;
  return CONTENT_TYPES[type.toLowerCase()] ?? null;
}
