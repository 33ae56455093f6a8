import { isJsonObject } from '../json-object.js';
import { toStorableJson, toStorableText } from '../storable-json.js';
import { UnparsableWebhookError } from '../whatsapp-provider.js';

/** The fields of one webhook of Twilio, fit to be stored: without NUL and lone surrogates. */
export interface TwilioFields {
  /** The first value of this name; empty where there is none. */
  get(name: string): string;
  /** All fields, as an object; several values of one name are an array. */
  raw: unknown;
}

/**
 * Reads a form, or the JSON object that Twilio posts where a webhook is set to JSON.
 *
 * @throws {UnparsableWebhookError} for cut JSON, and for a body in which nothing has a name.
 */
export function readTwilioFields(rawBody: Uint8Array): TwilioFields {
  const text = new TextDecoder().decode(rawBody).trim();
  const fields = text.startsWith('{') || text.startsWith('[') ? readJson(text) : readForm(text);
  if (fields.size === 0) throw new UnparsableWebhookError('The body has no field.');
  return {
    get: (name) => toStorableText(fields.get(name)?.[0] ?? ''),
    raw: toStorableJson(
      Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
    ),
  };
}

function readForm(text: string): Map<string, string[]> {
  const form = new URLSearchParams(text);
  const names = [...new Set(form.keys())].filter((name) => name !== '');
  return new Map(names.map((name) => [name, form.getAll(name)]));
}

/** Twilio's fields are flat; what is nested is none of them. */
function readJson(text: string): Map<string, string[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, so it is not kept.
    throw new UnparsableWebhookError('The body is not valid JSON.');
  }
  if (!isJsonObject(parsed)) throw new UnparsableWebhookError('The body is JSON, but not an object.');
  const flat = Object.entries(parsed).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return new Map(flat.map(([name, value]) => [name, [String(value)]]));
}
