import { createHash } from 'node:crypto';

/** WhatsApp's own id of this person for the business: not derived from the phone there, stable for it here. */
export function userIdOf(phone: string): string {
  const digest = createHash('sha256').update(phone).digest().readBigUInt64BE();
  return `SA.${digest.toString().padStart(20, '1')}`;
}
