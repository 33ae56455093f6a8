import { createHmac, hkdfSync } from 'node:crypto';
import type { SealPhone } from './contact-store.js';

/**
 * Keyed by the organization's secret key, which is not in the database. If it changes, earlier hashes no longer
 * match.
 */
export function createPhoneHasher(secretKeys: ReadonlyMap<string, string>): SealPhone {
  const keys = new Map<string, Buffer>();
  for (const [organizationId, secretKey] of secretKeys) {
    const key = hkdfSync('sha256', secretKey, organizationId, 'whatsapp-optin erased phones', 32);
    keys.set(organizationId, Buffer.from(key));
  }
  return (organizationId, phone) => {
    const key = keys.get(organizationId);
    if (key === undefined) throw new Error(`There is no organization "${organizationId}" in the options.`);
    return createHmac('sha256', key).update(phone).digest();
  };
}
