import type { LookupAddress } from 'node:dns';
import { createServer, type AddressInfo, type LookupFunction } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedAgent, RefusedAddressError } from './guarded-agent.js';

/** Listens on loopback and counts who comes. */
const canary = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
let connections = 0;
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => canary.close(resolve)));
beforeEach(() => {
  connections = 0;
});

/** A resolver that gives these addresses for every name, in the form that is asked for. */
function resolvesTo(...addresses: string[]): LookupFunction {
  return (_hostname, options, callback) => {
    const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family ?? 4);
  };
}

async function request(origin: string, lookup: LookupFunction, trusted: readonly string[] = []): Promise<unknown> {
  const agent = createGuardedAgent({ isTrusted: (host) => trusted.includes(host), lookup, connectTimeoutMs: 2_000 });
  try {
    return await agent.request({ origin, path: '/', method: 'POST' });
  } catch (error) {
    return error;
  } finally {
    await agent.destroy();
  }
}

describe('createGuardedAgent', () => {
  it.each<[string, string[]]>([
    ['loopback', ['127.0.0.1']],
    ['IPv4-mapped loopback', ['::ffff:127.0.0.1']],
    ['IPv6 loopback', ['::1']],
    ['this host', ['0.0.0.0']],
    ['a public address and loopback', ['1.1.1.1', '127.0.0.1']],
    ['NAT64 of loopback', ['64:ff9b::7f00:1']],
    ['cloud metadata', ['169.254.169.254']],
    ['no address', []],
  ])('refuses a name that leads to %s', async (_name, addresses) => {
    for (const scheme of ['http', 'https']) {
      const error = await request(`${scheme}://fcm.googleapis.com:${port}`, resolvesTo(...addresses));
      expect(error).toBeInstanceOf(RefusedAddressError);
    }
    expect(connections).toBe(0);
  });

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433', '0x7f.1', '0177.1', '127.1'])(
    'refuses the address %s in place of a name',
    async (host) => {
      const error = await request(`http://${host}:${port}`, resolvesTo('1.1.1.1'));
      expect(error).toBeInstanceOf(RefusedAddressError);
      expect(connections).toBe(0);
    },
  );

  it('refuses a name that turns private between two connections', async () => {
    let answers = 0;
    const rebinding: LookupFunction = (hostname, options, callback) => {
      answers += 1;
      // The first answer is public and leads nowhere from here: the second is what an attacker waits for.
      if (answers === 1) callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
      else resolvesTo('127.0.0.1')(hostname, options, callback);
    };
    const agent = createGuardedAgent({ isTrusted: () => false, lookup: rebinding, connectTimeoutMs: 2_000 });
    const origin = `http://fcm.googleapis.com:${port}`;
    const failures: unknown[] = [];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await agent.request({ origin, path: '/', method: 'POST' }).catch((error: unknown) => failures.push(error));
    }
    await agent.destroy();
    expect(failures).toMatchObject([{ code: 'ENOTFOUND' }, { code: 'REFUSED_ADDRESS' }]);
    expect(connections).toBe(0);
  });

  it('connects to loopback where the operator listed host and port', async () => {
    await request(`http://localhost:${port}`, resolvesTo('127.0.0.1'), [`localhost:${port}`]);
    expect(connections).toBe(1);
  });

  it('trusts a listed host on its listed port alone', async () => {
    const error = await request(`http://localhost:${port}`, resolvesTo('127.0.0.1'), ['localhost:1']);
    expect(error).toBeInstanceOf(RefusedAddressError);
    expect(connections).toBe(0);
  });
});
