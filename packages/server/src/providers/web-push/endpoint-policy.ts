/** Push services of the browsers (2026-11): Chrome and its kin, Firefox, Safari, Edge. */
export const PUSH_SERVICE_HOSTS = [
  'fcm.googleapis.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
] as const;

const MAX_ENDPOINT_LENGTH = 2048;
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export type EndpointVerdict = { allowed: true; url: URL } | { allowed: false; why: string };

/** Decides which URLs the server will post to, for the endpoint comes from a browser that anybody may drive. */
export interface EndpointPolicy {
  check(endpoint: string): EndpointVerdict;
  /** Whether `host:port` was listed by the operator, so that its address may be any. */
  isTrusted(host: string): boolean;
}

/**
 * `allowedHosts` adds to the known push services: `push.example.com` or `*.push.example.com` (https, port 443, public
 * address), or `host:port`, which the operator vouches for. Plain http is for a listed loopback `host:port` alone.
 */
export function createEndpointPolicy(allowedHosts: readonly string[]): EndpointPolicy {
  const entries = [...PUSH_SERVICE_HOSTS, ...allowedHosts].map((entry) => entry.trim().toLowerCase()).filter(Boolean);
  const trusted = new Set(entries.filter((entry) => /:\d+$/.test(entry)));
  const wildcards = entries.filter((entry) => entry.startsWith('*.')).map((entry) => entry.slice(1));
  const names = new Set(entries.filter((entry) => !trusted.has(entry) && !entry.startsWith('*')));

  const isListed = (hostname: string) =>
    names.has(hostname) || wildcards.some((suffix) => hostname.endsWith(suffix) && hostname.length > suffix.length);

  return {
    isTrusted: (host) => trusted.has(host),
    check: (endpoint) => {
      if (endpoint.length > MAX_ENDPOINT_LENGTH) return refuse(`longer than ${MAX_ENDPOINT_LENGTH} characters`);
      // Parsers disagree about these; a browser's endpoint has none of them.
      const isPlain = !/[\s\\\p{Cc}]/u.test(endpoint);
      const url = isPlain && URL.canParse(endpoint) ? new URL(endpoint) : null;
      if (!url) return refuse('no URL');
      if (url.username !== '' || url.password !== '') return refuse('a URL with a user name');
      if (trusted.has(hostWithPort(url))) {
        const mayBePlain = LOOPBACK_NAMES.includes(url.hostname);
        if (url.protocol === 'https:' || (url.protocol === 'http:' && mayBePlain)) return { allowed: true, url };
      }
      if (url.protocol !== 'https:') return refuse('not https');
      if (url.port !== '') return refuse('not on port 443');
      // A name with a final dot is another spelling that no push service uses: it matches nothing here.
      return isListed(url.hostname) ? { allowed: true, url } : refuse('not on a known push service');
    },
  };
}

/** `URL` leaves out the port that its scheme implies. */
function hostWithPort(url: URL): string {
  const impliedPort = url.protocol === 'https:' ? '443' : '80';
  return `${url.hostname}:${url.port || impliedPort}`;
}

function refuse(what: string): EndpointVerdict {
  return { allowed: false, why: `The endpoint is ${what}.` };
}
