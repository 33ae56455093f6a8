import { createAddressPolicy, type AddressPolicy } from '../../guarded-http/address-policy.js';

/** Push services of the browsers (2026-11): Chrome and its kin, Firefox, Safari, Edge. */
export const PUSH_SERVICE_HOSTS = [
  'fcm.googleapis.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
] as const;

/**
 * The endpoint comes from a browser that anybody may drive. `allowedHosts` adds to the known push services:
 * `push.example.com` or `*.push.example.com` (https, port 443, public address), or `host:port`, which the operator vouches for.
 */
export function createEndpointPolicy(allowedHosts: readonly string[]): AddressPolicy {
  const entries = [...PUSH_SERVICE_HOSTS, ...allowedHosts].map((entry) => entry.trim().toLowerCase()).filter(Boolean);
  const trusted = new Set(entries.filter((entry) => /:\d+$/.test(entry)));
  const wildcards = entries.filter((entry) => entry.startsWith('*.')).map((entry) => entry.slice(1));
  const names = new Set(entries.filter((entry) => !trusted.has(entry) && !entry.startsWith('*')));

  const isListed = (hostname: string) =>
    names.has(hostname) || wildcards.some((suffix) => hostname.endsWith(suffix) && hostname.length > suffix.length);

  return createAddressPolicy(trusted, ({ port, hostname }) => {
    if (port !== '') return 'not on port 443';
    // A name with a final dot is another spelling that no push service uses: it matches nothing here.
    return isListed(hostname) ? null : 'not on a known push service';
  });
}
