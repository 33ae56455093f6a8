import type { Keyring } from '../http/keyring.js';
import type { ConfiguredKeys } from '../staff/create-staff-service.js';

/** The admin keys of the options, as the staff service needs them. */
export function configuredKeys(keyring: Keyring): ConfiguredKeys {
  return {
    identify(key) {
      const holder = keyring.identify(key);
      return holder?.kind === 'admin' ? { organizationId: holder.organizationId, digest: keyring.digest(key) } : null;
    },
    has: keyring.hasAdminDigest,
    count: keyring.adminKeyCount,
  };
}
