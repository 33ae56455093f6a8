import { isJsonObject } from '../json-object.js';
import { toStorableJson, toStorableText } from '../storable-json.js';
import { UnparsableWebhookError, type WebhookRequest } from '../whatsapp-provider.js';
import { BODY_DIGEST_PARAMETER, joinFields } from './signature.js';

/** The fields of one webhook of Twilio, fit to be stored: without NUL and lone surrogates. */
export interface TwilioFields {
  /** The first value of this name; empty where there is none. */
  get(name: string): string;
  /**
   * The message that this webhook is about: `SM` or `MM` and 32 hexadecimal digits. `null` where there is none, where it has
   * another form, and where the signed text names two.
   */
  messageSid: string | null;
  /** All fields, as an object; several values of one name are an array. */
  raw: unknown;
}

/**
 * Reads a form, or the JSON object that Twilio posts where a webhook is set to JSON. Of JSON, Twilio signs a digest of the
 * bytes; only with that digest is a body read as JSON. A form is signed by its fields, and is read as a form alone.
 *
 * @throws {UnparsableWebhookError} for cut JSON, and for a body in which nothing has a name.
 */
export function readTwilioFields({ rawBody, url }: Pick<WebhookRequest, 'rawBody' | 'url'>): TwilioFields {
  const body = new TextDecoder().decode(rawBody);
  const isJson = url.searchParams.has(BODY_DIGEST_PARAMETER) && /^\s*[[{]/.test(body);
  const fields = isJson ? readJson(body) : readForm(body);
  if (fields.size === 0) throw new UnparsableWebhookError('The body has no field.');
  return {
    get: (name) => toStorableText(fields.get(name)?.[0] ?? ''),
    messageSid: readMessageSid(fields, isJson ? '' : joinFields(body)),
    raw: toStorableJson(
      Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
    ),
  };
}

const SID_FIELDS = ['MessageSid', 'SmsMessageSid', 'SmsSid'];

/**
 * A sid in the signed text, wherever the borders of fields stand. The message that a customer replies to has one as well.
 */
const SIGNED_SID = /(?<!OriginalRepliedMessage)Sid([SM]M[0-9a-f]{32})/g;

/**
 * De-duplication by this id is the only guard against a replay, and the signature holds no border between two fields. Who
 * moves a border could make a second id of the first, or of a customer's own words. So every sid that was signed must be
 * this one, and Twilio names no field twice.
 */
function readMessageSid(fields: ReadonlyMap<string, readonly string[]>, signed: string): string | null {
  if ([...fields.values()].some((values) => values.length > 1)) return null;
  const named = SID_FIELDS.flatMap((name) => fields.get(name) ?? []).filter((sid) => sid !== '');
  const found = new Set([...named, ...[...signed.matchAll(SIGNED_SID)].map(([, sid]) => sid ?? '')]);
  const [sid] = found;
  return named.length > 0 && found.size === 1 && sid !== undefined && /^[SM]M[0-9a-f]{32}$/.test(sid) ? sid : null;
}

function readForm(text: string): Map<string, string[]> {
  const form = new URLSearchParams(text);
  const names = [...new Set(form.keys())].filter((name) => name.trim() !== '');
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
