import dns, { type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress } from './public-address.js';

/** A host name or an address that leads into a private network. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  readonly code = 'REFUSED_ADDRESS';
  constructor() {
    super('The endpoint has an address that is not public; list its host and port to allow it.');
  }
}

export interface GuardedAgentInput {
  /** `host:port`: connected to whatever its address is. */
  isTrusted: (host: string) => boolean;
  /** @default dns.lookup */
  lookup?: LookupFunction | undefined;
  connectTimeoutMs: number;
}

/**
 * An agent that looks at the address it is about to connect to: a check of the name beforehand would be undone by a name
 * that resolves differently the second time. It follows no redirect.
 */
export function createGuardedAgent({ isTrusted, lookup = dns.lookup, connectTimeoutMs }: GuardedAgentInput): Agent {
  const connectAnywhere = buildConnector({ timeout: connectTimeoutMs });
  const connectPublic = buildConnector({ timeout: connectTimeoutMs, lookup: guardLookup(lookup) });

  return new Agent({
    connect: (options, callback) => {
      const port = options.port || (options.protocol === 'https:' ? '443' : '80');
      const address = options.hostname.replace(/^\[|\]$/g, '');
      const host = isIP(address) === 6 ? `[${address}]` : address;
      if (isTrusted(`${host}:${port}`)) return connectAnywhere(options, callback);
      // An address in place of a name is connected to without a lookup.
      if (isIP(address) !== 0 && !isPublicAddress(address)) return callback(new RefusedAddressError(), null);
      return connectPublic(options, callback);
    },
  });
}

/** One private address among public ones is enough to refuse the name: the connection may fall on any. */
function guardLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, []);
      const addresses: LookupAddress[] = Array.isArray(found)
        ? found
        : [{ address: found, family: family ?? isIP(found) }];
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new RefusedAddressError(), []);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}
