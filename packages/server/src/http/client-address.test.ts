import { describe, expect, it } from 'vitest';
import { clientAddress, parseTrustedProxies } from './client-address.js';

const PEER = '203.0.113.7';

describe('clientAddress', () => {
  it.each<[string, string[], string | undefined, string | null, string | null]>([
    ['ignores the header without a trusted proxy', [], PEER, '10.0.0.1', PEER],
    ['knows nobody without a peer', [], undefined, '10.0.0.1', null],
    ['reads one hop behind one proxy', ['1'], '10.0.0.1', '198.51.100.9', '198.51.100.9'],
    ['believes no more hops than it has proxies', ['1'], '10.0.0.1', 'forged, 198.51.100.9', '198.51.100.9'],
    ['counts two hops behind two proxies', ['2'], '10.0.0.1', '1.1.1.1, 198.51.100.9, 10.0.0.2', '198.51.100.9'],
    ['takes the peer where a proxy sent no header', ['1'], PEER, null, PEER],
    ['trusts a range', ['10.0.0.0/8'], '10.0.0.1', '1.1.1.1, 198.51.100.9, 10.0.0.2', '198.51.100.9'],
    ['does not believe a peer outside the range', ['10.0.0.0/8'], PEER, '1.1.1.1', PEER],
    ['trusts a single address', ['10.0.0.1'], '10.0.0.1', '198.51.100.9', '198.51.100.9'],
    ['sees an IPv4 peer in its IPv6 form', ['10.0.0.0/8'], '::ffff:10.0.0.1', '198.51.100.9', '198.51.100.9'],
    ['reads a hop with its port', ['1'], '10.0.0.1', '198.51.100.9:4711', '198.51.100.9'],
    ['counts IPv6 by its /64', ['1'], '10.0.0.1', '[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2::/64'],
    ['counts the peer where a hop is no address', ['1'], '10.0.0.1', 'unknown', '10.0.0.1'],
    ['counts the peer where a hop hides its name', ['10.0.0.0/8'], '10.0.0.1', '_hidden7', '10.0.0.1'],
  ])('%s', (...row) => {
    const [, trusted, peer, forwardedFor, expected] = row;
    expect(clientAddress(peer, forwardedFor, parseTrustedProxies(trusted))).toBe(expected);
  });
});

describe('parseTrustedProxies', () => {
  it('refuses a name', () => {
    expect(() => parseTrustedProxies(['nginx'])).toThrow('"nginx" is neither');
  });
});
