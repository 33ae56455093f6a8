import { normalizePhoneNumber } from '@whatsapp-optin/sdk/contract';
import { validate as isUuid } from 'uuid';
import { META_USER_ID } from '../providers/identity.js';

/** How somebody names a person: by an E.164 phone, by the id of a contact, or by a user id of WhatsApp. */
export type ContactReference = { phone: string } | { contactId: string } | { userId: string };

/** `59682983022601@lid` of a linked device. */
const LINKED_ID = /^\d{1,32}@lid$/;

/** @throws {OptInError} `INVALID_PHONE_NUMBER` where the text is none of the three. */
export function readContactReference(text: string): ContactReference {
  if (isUuid(text)) return { contactId: text.toLowerCase() };
  if (META_USER_ID.test(text) || LINKED_ID.test(text)) return { userId: text };
  return { phone: normalizePhoneNumber(text) };
}
