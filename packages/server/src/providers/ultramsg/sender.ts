import type { Identity } from '../whatsapp-provider.js';

/** Who or what a WhatsApp address names. Everything but a person opens nothing. */
export type Sender =
  | { kind: 'person'; identities: readonly [Identity, ...Identity[]] }
  | { kind: 'group' | 'newsletter' | 'broadcast' | 'status' | 'malformed' };

/**
 * Reads an address of UltraMsg: `966500000000@c.us`, `…@s.whatsapp.net`, `…@lid`, or a bare phone. A `@lid` is an opaque
 * id whose digits look like a phone and are none, so it yields no `e164`.
 */
export function readSender(address: unknown): Sender {
  if (typeof address !== 'string' && typeof address !== 'number') return { kind: 'malformed' };
  const text = String(address).trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at === -1) return readPhone(text);
  const domain = text.slice(at + 1);
  // A linked device is written as `<user>:<device>`.
  const user = text.slice(0, at).replace(/:\d+$/, '');
  switch (domain) {
    case 'g.us':
      return { kind: 'group' };
    case 'newsletter':
      return { kind: 'newsletter' };
    case 'broadcast':
      return { kind: user === 'status' ? 'status' : 'broadcast' };
    case 'lid':
      return /^\d{1,32}$/.test(user) ? person({ kind: 'jid', value: `${user}@lid` }) : { kind: 'malformed' };
    case 'c.us':
    case 's.whatsapp.net':
      return isInternationalNumber(user)
        ? person({ kind: 'e164', value: `+${user}` }, { kind: 'jid', value: `${user}@c.us` })
        : { kind: 'malformed' };
    default:
      return { kind: 'malformed' };
  }
}

function readPhone(text: string): Sender {
  const digits = text.replaceAll(/[\s().\-\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/^(\+|00)/, '');
  return isInternationalNumber(digits) ? person({ kind: 'e164', value: `+${digits}` }) : { kind: 'malformed' };
}

/** E.164: 8 to 15 digits here, as everywhere in this product; no country code begins with 0. */
function isInternationalNumber(digits: string): boolean {
  return /^[1-9]\d{7,14}$/.test(digits);
}

function person(...identities: [Identity, ...Identity[]]): Sender {
  return { kind: 'person', identities };
}
