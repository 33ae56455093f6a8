import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** RFC 4291: all global unicast addresses that are given out lie here; below lie mapped, compatible and translated ones. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address, as a resolver gives it, is one of the public internet. Everything that leads back to a machine or a
 * network of ours is not: loopback, private, link-local, carrier-grade NAT, and IPv6 forms that carry an IPv4 address
 * within (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  // The resolver gives the plain forms alone; `0x7f.1` and `[::1]` are no answers of a resolver.
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast';
  if (!ipaddr.IPv6.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.match(GLOBAL_UNICAST) && parsed.range() === 'unicast';
}

/** Whether the host of a `URL` is one of ours by its looks. Where another name leads shows when it is called. */
export function isInsideHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? /(^|\.)localhost\.?$/.test(host) : !isPublicAddress(host);
}
