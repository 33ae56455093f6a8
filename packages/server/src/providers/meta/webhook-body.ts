import { isJsonObject, type JsonObject } from '../json-object.js';
import { UnparsableWebhookError } from '../whatsapp-provider.js';

/** The largest body that Meta posts. HTTP refuses larger ones already; this holds where a host mounts the handler without it. */
const MAX_BODY_BYTES = 3 * 1024 * 1024;

/**
 * The envelope of a webhook and its entries.
 *
 * @throws {UnparsableWebhookError}
 */
export function readWebhookBody(rawBody: Uint8Array): { object: unknown; entries: readonly unknown[] } {
  if (rawBody.byteLength > MAX_BODY_BYTES) throw new UnparsableWebhookError('The body is larger than 3 MiB.');
  const { object, entry } = parseObject(new TextDecoder().decode(rawBody));
  if (!Array.isArray(entry)) throw new UnparsableWebhookError('The body has no "entry" array.');
  return { object, entries: entry };
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
