import { z } from '@hono/zod-openapi';
import {
  FUNNEL_EVENT_TYPES,
  MESSAGE_STYLES,
  MESSAGE_ACTIONS,
  NOTIFICATION_TYPES,
  TICKET_STATUSES,
  normalizePhoneNumber,
} from '@whatsapp-optin/sdk/contract';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { NIL, validate as isUuid } from 'uuid';
import { readContactReference } from '../contacts/contact-reference.js';
import { isLoopback } from '../providers/loopback.js';

/** Marks an issue whose problem has its own code. */
export const PHONE_ISSUE = { code: 'custom', params: { problem: 'INVALID_PHONE_NUMBER' } } as const;

const MAX_HOST_ID_LENGTH = 128;

/** Text of a path, a query or a body that the database can hold: it keeps no NUL. */
export const text = (maxLength: number, minLength = 1) =>
  z
    .string()
    .min(minLength)
    .max(maxLength)
    .refine((given) => !given.includes('\0'), 'may not hold the character NUL.');

/** An id of the host: opaque text. */
export const hostId = text(MAX_HOST_ID_LENGTH);
export const organizationText = (maxLength: number) => text(maxLength, 0).trim().min(1);

/** Marks that turn the direction of what follows: a name with one shows as another. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** What staff, a key or the organization is called: it stands in the audit log and in messages. */
export const plainName = (maxLength: number) =>
  organizationText(maxLength).refine((name) => !DIRECTION_MARKS.test(name), 'may not hold marks of text direction.');

/** The id of a row in a path. What is no UUID becomes the one UUID that no row has, and so is not found. */
export const rowId = z
  .string()
  .transform((id) => (isUuid(id) ? id : NIL))
  .openapi({ type: 'string', format: 'uuid' });

/**
 * A phone that will be written to: E.164, or a form of it with `00`, spaces, hyphens, dots, parentheses. Refused where the
 * length cannot be one of its country; that a number is unassigned is for the vendor to say, whose lists are newer.
 */
export const phone = z
  .string()
  .transform((input, context) => {
    const normalized = toE164(input);
    const known = normalized === null ? undefined : parsePhoneNumberFromString(normalized);
    if (normalized !== null && (!known || known.isPossible())) return known?.number ?? normalized;
    context.addIssue({ ...PHONE_ISSUE, message: PHONE_RULE });
    return z.NEVER;
  })
  .openapi({ type: 'string', example: '+966500000000' });

/** A phone that is only looked up. */
export const lookedUpPhone = z
  .string()
  .transform((input, context) => {
    const normalized = toE164(input);
    if (normalized !== null) return normalized;
    context.addIssue({ ...PHONE_ISSUE, message: PHONE_RULE });
    return z.NEVER;
  })
  .openapi({ type: 'string', example: '+966500000000' });

/** A person by phone, by the id of a contact, or by a user id of WhatsApp. */
export const contactReference = z
  .string()
  .transform((input, context) => {
    try {
      return readContactReference(input);
    } catch {
      context.addIssue({ ...PHONE_ISSUE, message: PHONE_RULE });
      return z.NEVER;
    }
  })
  .openapi({ type: 'string', example: '+966500000000' });

const PHONE_RULE = 'must be a phone number with its country code, 8 to 15 digits, for example "+966500000000".';

function toE164(input: string): string | null {
  try {
    return normalizePhoneNumber(input);
  } catch {
    return null;
  }
}

/** Described alone: `idempotent` reads it. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .max(255)
    .optional()
    .openapi({ description: 'The same key answers the same for a day.' }),
});

const LOCALE_RULE = 'must be a BCP 47 tag of a known language, for example "en" or "ar-SA".';

/** From a server, where a wrong tag is an error. */
export const locale = z.string().max(35).refine(isKnownLocale, LOCALE_RULE).openapi({ example: 'ar-SA' });

function isKnownLocale(tag: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}

/** From a browser, which may have any: what is no known language counts as none. */
export const browserLocale = z
  .string()
  .max(100)
  .transform((tag) => (isKnownLocale(tag) ? tag : null))
  .openapi({ type: 'string', example: 'ar-SA' });

const PAGE_URL_RULE = 'must be an https address, or http on localhost, of at most 2048 characters.';

/** The page a customer came from; the welcome links back to it. */
export const pageUrl = z.string().max(2_048, PAGE_URL_RULE).refine(isPageUrl, PAGE_URL_RULE).openapi({ format: 'uri' });

function isPageUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(text));
}

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code in capitals, "SA".')
  .openapi({ example: 'SA' });
export const messageStyle = z.enum(MESSAGE_STYLES);
export const notificationType = z.enum(NOTIFICATION_TYPES);
/** As many as WhatsApp has buttons, each once. */
export const messageActions = z
  .array(z.enum(MESSAGE_ACTIONS))
  .max(3)
  .refine((actions) => new Set(actions).size === actions.length, 'must name each action once.');
export const ticketStatus = z.enum(TICKET_STATUSES);
export const funnelEventType = z.enum(FUNNEL_EVENT_TYPES);
/** A moment of an answer. */
export const moment = z.iso.datetime();

/** The type of an object whose optional keys are absent and never `undefined`, as parsed JSON is. */
export type Exact<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> : T[K] };

/** @returns the object without the keys that are `undefined`. */
export function exact<T extends object>(value: T): Exact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Exact<T>;
}
