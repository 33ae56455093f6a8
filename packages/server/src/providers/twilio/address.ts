import type { Identity } from '../whatsapp-provider.js';

const WHATSAPP_PREFIX = /^whatsapp:/i;

/**
 * A business-scoped user id: country, dot, letters and digits. It is no phone and never becomes digits.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp (business-scoped user ids, read 2026-11)
 */
const BUSINESS_SCOPED_ID = /^[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}$/;

export function isWhatsAppAddress(address: string): boolean {
  return WHATSAPP_PREFIX.test(address.trim());
}

/** `whatsapp:+966500000000` → `+966500000000`. */
export function withoutPrefix(address: string): string {
  return address.trim().replace(WHATSAPP_PREFIX, '').trim();
}

export function withoutPlus(address: string): string {
  return address.replace(/^\+/, '');
}

/** One address of Twilio: a phone, or where a person hides it, a business-scoped id. `null` for anything else. */
export function readAddress(address: string): Identity | null {
  const bare = withoutPrefix(address);
  // A `+` that was not escaped in a form is read as a space.
  const digits = withoutPlus(bare);
  if (/^[1-9]\d{7,14}$/.test(digits)) return { kind: 'e164', value: `+${digits}` };
  return BUSINESS_SCOPED_ID.test(bare) ? { kind: 'bsuid', value: bare } : null;
}

/** Whether an address of a webhook is this sender of ours: a phone in whatever spelling, a short code, a name. */
export function isSameAddress(found: string, own: string): boolean {
  const plain = (address: string) => withoutPlus(withoutPrefix(address)).toLowerCase();
  return plain(found) !== '' && plain(found) === plain(own);
}

/** The address that a WhatsApp message goes to: the first identity that Twilio takes. */
export function toWhatsAppAddress(identities: readonly Identity[]): string | null {
  for (const { kind, value } of identities) {
    if (kind === 'e164' || kind === 'bsuid') return `whatsapp:${value}`;
    if (kind === 'wa_id') return `whatsapp:+${value.replace(/^\+/, '')}`;
  }
  return null;
}
