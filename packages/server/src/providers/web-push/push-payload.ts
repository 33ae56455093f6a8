import { createHash } from 'node:crypto';
import type { PushMessage } from '../push-sender.js';

/** Plain bytes: push services take 4,096 encrypted ones, Mozilla 4,028, and every byte costs a phone its battery. */
export const MAX_PAYLOAD_BYTES = 2048;

const MAX_TITLE_BYTES = 256;
const MAX_URL_BYTES = 1024;
const MAX_ACKNOWLEDGEMENT_BYTES = 512;
const ELLIPSIS = '…';

/** What the service worker reads from a push event. */
export interface PushPayload {
  notificationId: string;
  title: string;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  url: string | null;
  /** The newer notice of a tag replaces the older one on the screen. */
  tag: string;
  /** Where to post `{ notificationId, token }` once the notice is shown. Absent where nobody asks. */
  acknowledge?: { url: string; token: string };
}

/**
 * The JSON of a push message, at most `MAX_PAYLOAD_BYTES` long: title and body are cut between graphemes and end in `…`;
 * a URL that is too long is left out, since half of one leads nowhere, and so is a request for an acknowledgement.
 */
export function encodePushPayload(message: PushMessage, acknowledge?: PushPayload['acknowledge']): string {
  const asks = acknowledge !== undefined && jsonBytes(JSON.stringify(acknowledge)) <= MAX_ACKNOWLEDGEMENT_BYTES;
  const payload: PushPayload = {
    notificationId: message.notificationId,
    title: cutToBytes(message.title, MAX_TITLE_BYTES),
    body: '',
    lang: message.lang.slice(0, 35),
    dir: message.dir,
    url: message.url !== null && jsonBytes(message.url) <= MAX_URL_BYTES ? message.url : null,
    tag: pushTopic(message.topic),
    ...(asks && { acknowledge }),
  };
  const left = MAX_PAYLOAD_BYTES - Buffer.byteLength(JSON.stringify(payload));
  return JSON.stringify({ ...payload, body: cutToBytes(message.body, left) });
}

/**
 * A topic that every push service takes: Mozilla wants letters and digits alone, RFC 8030 at most 32 characters. Others
 * become a digest, the same each time.
 */
export function pushTopic(topic: string): string {
  if (/^[A-Za-z0-9]{1,32}$/.test(topic)) return topic;
  return createHash('sha256').update(topic).digest('hex').slice(0, 32);
}

function cutToBytes(text: string, maxBytes: number): string {
  if (jsonBytes(text) <= maxBytes) return text;
  let bytes = jsonBytes(ELLIPSIS);
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += jsonBytes(segment);
    if (bytes > maxBytes) break;
    cut += segment;
  }
  return cut.trimEnd() + ELLIPSIS;
}

/** Bytes of a text within JSON, where a quote takes two. */
function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
