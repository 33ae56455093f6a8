import { normalizePhoneNumber } from '@whatsapp-optin/sdk/contract';

/** How somebody names a person: by an E.164 phone, by the id of a contact, or by a user id of WhatsApp. */
export type ContactReference = { phone: string } | { contactId: string } | { userId: string };

const CONTACT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** `SA.13491208655302741918` of Meta, `59682983022601@lid` of a linked device. */
const USER_ID = /^([A-Z]{2}\.[A-Za-z0-9.]{1,132}|\d{1,32}@lid)$/;

/** @throws {OptInError} `INVALID_PHONE_NUMBER` where the text is none of the three. */
export function readContactReference(text: string): ContactReference {
  if (CONTACT_ID.test(text)) return { contactId: text.toLowerCase() };
  if (USER_ID.test(text)) return { userId: text };
  return { phone: normalizePhoneNumber(text) };
}
