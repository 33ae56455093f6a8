/** `+966•••••••01`: enough to recognize a phone, too little to call it. `null` stays `null`. */
export function maskPhone(phone: string): string;
export function maskPhone(phone: string | null): string | null;
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const hidden = phone.length - 6;
  return hidden < 1 ? '•'.repeat(phone.length) : `${phone.slice(0, 4)}${'•'.repeat(hidden)}${phone.slice(-2)}`;
}

/** A vendor's message id may hold the customer's phone: UltraMsg's in digits, Meta's in the first part of its base64. */
export function maskWithin(text: string): string;
export function maskWithin(text: string | null): string | null;
export function maskWithin(text: string | null): string | null {
  if (text?.startsWith('wamid.')) return `wamid.…${text.slice(-16)}`;
  return text?.replace(/(?<![0-9A-Za-z])\+?\d{8,15}(?=@|$|[^0-9A-Za-z])/g, (phone) => maskPhone(phone)) ?? null;
}
