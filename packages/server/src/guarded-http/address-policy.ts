const MAX_ADDRESS_LENGTH = 2048;
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export type AddressVerdict = { allowed: true; url: URL } | { allowed: false; why: string };

/** Decides which URLs the server will post to, for others than the operator name them. */
export interface AddressPolicy {
  check(address: string): AddressVerdict;
  /** Whether `host:port` was listed by the operator, so that its address may be any. */
  isTrusted(host: string): boolean;
}

/**
 * https at public addresses, or a `host:port` that the operator vouches for. Plain http is for a listed loopback `host:port`
 * alone.
 *
 * @param trusted - `host:port`, in small letters
 * @param refuseUrl - why an https URL that nobody vouches for is refused, or `null`
 */
export function createAddressPolicy(
  trusted: ReadonlySet<string>,
  refuseUrl: (url: URL) => string | null,
): AddressPolicy {
  return {
    isTrusted: (host) => trusted.has(host),
    check: (address) => {
      if (address.length > MAX_ADDRESS_LENGTH) return refuse(`longer than ${MAX_ADDRESS_LENGTH} characters`);
      // Parsers disagree about these; a genuine address has none of them.
      const isPlain = !/[\s\\\p{Cc}]/u.test(address);
      const url = isPlain && URL.canParse(address) ? new URL(address) : null;
      if (!url) return refuse('no URL');
      if (url.username !== '' || url.password !== '') return refuse('a URL with a user name');
      if (trusted.has(hostWithPort(url))) {
        const mayBePlain = LOOPBACK_NAMES.includes(url.hostname);
        if (url.protocol === 'https:' || (url.protocol === 'http:' && mayBePlain)) return { allowed: true, url };
      }
      if (url.protocol !== 'https:') return refuse('not https');
      const why = refuseUrl(url);
      return why === null ? { allowed: true, url } : refuse(why);
    },
  };
}

/** `URL` leaves out the port that its scheme implies. */
function hostWithPort(url: URL): string {
  const impliedPort = url.protocol === 'https:' ? '443' : '80';
  return `${url.hostname}:${url.port || impliedPort}`;
}

function refuse(what: string): AddressVerdict {
  return { allowed: false, why: `The endpoint is ${what}.` };
}
