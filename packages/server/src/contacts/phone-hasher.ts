import { createHmac } from 'node:crypto';
import type { SealPhone } from './contact-store.js';

/** Keyed by a secret of the organization that the database holds only sealed; another `SECRET_KEY` leaves it as it is. */
export function createPhoneHasher(keys: ReadonlyMap<string, Uint8Array>): SealPhone {
  return (organizationId, phone) => {
    const key = keys.get(organizationId);
    if (key === undefined) throw new Error(`There is no organization "${organizationId}" in the options.`);
    return createHmac('sha256', key).update(phone).digest();
  };
}
