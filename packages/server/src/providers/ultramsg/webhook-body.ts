import { isJsonObject, type JsonObject } from '../json-object.js';
import { UnparsableWebhookError } from '../whatsapp-provider.js';

/** HTTP refuses larger bodies already; this holds where a host mounts the handler without it. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * The one JSON object that a webhook body carries, in any form that UltraMsg or a bridge in front of it sends: JSON, JSON
 * under a wrong content type, or a form with `data=<json>`. The content type is not asked: it is known to be wrong.
 *
 * A form whose `data` holds the message alone, beside `event_type` and `instanceId` as fields, is put together again.
 *
 * @throws {UnparsableWebhookError}
 */
export function readWebhookBody(rawBody: Uint8Array): JsonObject {
  if (rawBody.byteLength > MAX_BODY_BYTES) throw new UnparsableWebhookError('The body is larger than 1 MiB.');
  // The decoder drops a byte order mark.
  const text = new TextDecoder().decode(rawBody).trim();
  if (text.startsWith('{') || text.startsWith('[')) return parseObject(text);
  return readForm(new URLSearchParams(text));
}

function readForm(form: URLSearchParams): JsonObject {
  const data = form.get('data');
  if (data === null) {
    throw new UnparsableWebhookError('The body is neither a JSON object nor a form with a "data" field.');
  }
  const parsed = parseObject(data.replace(/^\ufeff/, '').trim());
  const token = form.get('token');
  const rest = token === null ? {} : { token };
  const isWholeEvent = 'event_type' in parsed || 'data' in parsed || 'messages' in parsed;
  if (isWholeEvent) return { ...rest, ...parsed };
  return { ...rest, event_type: form.get('event_type'), instanceId: form.get('instanceId'), data: parsed };
}

function parseObject(json: string): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    // The parser's own message quotes the body, so it is not kept.
    throw new UnparsableWebhookError('The body is not valid JSON.');
  }
  if (!isJsonObject(parsed)) throw new UnparsableWebhookError('The body is JSON, but not an object.');
  return parsed;
}
