import ipaddr from 'ipaddr.js';

/** Trusted proxies in `X-Forwarded-For`: a number of them, or their addresses. */
export type ProxyTrust = { kind: 'hops'; hops: number } | { kind: 'ranges'; ranges: readonly Range[] };
type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * `['1']`: one proxy in front. `['10.0.0.0/8', '203.0.113.7']`: the proxies at these addresses. Empty: none, and the header
 * is ignored, since anybody can write it.
 *
 * @throws {Error} for an entry that is neither.
 */
export function parseTrustedProxies(entries: readonly string[]): ProxyTrust {
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && /^\d{1,2}$/.test(first))
    return { kind: 'hops', hops: Number(first) };
  return { kind: 'ranges', ranges: entries.map(parseRange) };
}

function parseRange(entry: string): Range {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  const address = parseAddress(entry);
  if (!address)
    throw new Error(`"${entry}" is neither a number of proxies nor an address nor a range such as 10.0.0.0/8.`);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * The address to count a caller by: read from the right of `X-Forwarded-For`, past our own proxies and no further. IPv6 is
 * cut to its /64, which is what one customer gets. A hop that is no address ("unknown", "_hidden7") counts as the peer.
 * `null` where no address is known.
 */
export function clientAddress(
  remoteAddress: string | undefined,
  forwardedFor: string | null,
  trust: ProxyTrust,
): string | null {
  const hops = (forwardedFor ?? '').split(',').flatMap((hop) => hop.trim() || []);
  const forwarded =
    trust.kind === 'hops' ? byHops(remoteAddress, hops, trust.hops) : byRanges(remoteAddress, hops, trust.ranges);
  return countedAs(forwarded) ?? countedAs(remoteAddress);
}

function byHops(remoteAddress: string | undefined, hops: string[], trusted: number): string | undefined {
  if (trusted === 0) return remoteAddress;
  return hops.at(-trusted) ?? hops[0] ?? remoteAddress;
}

function byRanges(remoteAddress: string | undefined, hops: string[], ranges: readonly Range[]): string | undefined {
  let candidate = remoteAddress;
  for (const hop of hops.reverse()) {
    if (!isWithin(candidate, ranges)) break;
    candidate = hop;
  }
  return candidate;
}

function isWithin(text: string | undefined, ranges: readonly Range[]): boolean {
  const address = text === undefined ? null : parseAddress(text);
  return (
    address !== null && ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits))
  );
}

function countedAs(text: string | undefined): string | null {
  const address = text === undefined ? null : parseAddress(text);
  if (!address) return null;
  if (address instanceof ipaddr.IPv4) return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`;
}

/** Takes `::ffff:10.0.0.1`, `10.0.0.1:4711` and `[::1]:4711`, the forms that proxies write. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}
