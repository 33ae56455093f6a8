import type { LookupAddress } from 'node:dns';
import { createServer, type AddressInfo } from 'node:net';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DuePost } from './event-delivery.js';
import { createEventPoster } from './event-poster.js';
import { nextTryInMs } from './retry-schedule.js';
import { createWebhookSecret, signWebhook } from './webhook-secret.js';

/** Listens on loopback, counts who comes, and answers with what a test sets. */
let connections = 0;
let answer = 'HTTP/1.1 204 No Content\r\n\r\n';
let asked = '';
const canary = createServer((socket) => {
  connections += 1;
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    asked += chunk.toString('utf8');
    if (asked.includes('\r\n\r\n{') && asked.endsWith('}') && answer !== '') socket.end(answer);
  });
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => canary.close(resolve)));
beforeEach(() => {
  connections = 0;
  asked = '';
  answer = 'HTTP/1.1 204 No Content\r\n\r\n';
});

function resolvesTo(...addresses: string[]): LookupFunction {
  return (_hostname, options, callback) => {
    const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family ?? 4);
  };
}

const SECRET = createWebhookSecret();

function due(url: string, secrets: readonly string[] = [SECRET]): DuePost {
  const event = {
    organizationId: 'clinic',
    id: '01938f6e-0000-7000-8000-000000000001',
    type: 'message.action',
    createdAt: new Date(),
    data: { action: 'leave' },
  } as const;
  return { event, endpointId: '01938f6e-0000-7000-8000-000000000002', tries: 1, triedForMs: 0, url, secrets };
}

const poster = createEventPoster({ allowedHosts: [], timeoutMs: 2_000 });
afterAll(() => poster.close());

describe('an address that leads back to us', () => {
  const hosts = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0.0.0.0', '10.0.0.1', '172.16.0.1'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '192.0.0.1', '224.0.0.1', '255.255.255.255'],
    ...[
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::127.0.0.1]',
      '[fe80::1]',
      '[fc00::1]',
      '[fd00:ec2::254]',
    ],
    ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[ff02::1]', '[2001:db8::1]'],
  ];
  it.each(hosts)('is refused: %s', async (host) => {
    expect(await poster.post(due(`https://${host}:${port}/`))).toMatchObject({ error: 'refused_address' });
    expect(connections).toBe(0);
  });

  it.each([...hosts, 'localhost', 'hooks.localhost', 'LOCALHOST.'])('is refused when it is entered: %s', (host) => {
    expect(poster.refuse(`https://${host}/hook`)).toBe('The endpoint is an address inside a network.');
  });

  it.each(['hooks.example', '8.8.8.8', 'localhost.example'])('is another: %s', (host) => {
    expect(poster.refuse(`https://${host}/hook`)).toBeNull();
  });

  it.each([
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['10.1.2.3'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['fd00:ec2::254'],
    ['203.0.113.7', '127.0.0.1'],
  ])('is refused behind a name: %s', async (...addresses) => {
    const named = createEventPoster({ allowedHosts: [], lookup: resolvesTo(...addresses), timeoutMs: 2_000 });
    expect(await named.post(due(`https://hooks.example:${port}/`))).toMatchObject({ error: 'refused_address' });
    expect(connections).toBe(0);
    await named.close();
  });

  it.each([
    'http://hooks.example/',
    'https://a:b@hooks.example/',
    'file:///etc/passwd',
    'https://hooks.example/\\@x',
    '',
  ])('is no address of events: %s', (url) => expect(poster.refuse(url)).not.toBeNull());
});

describe('a host that the operator vouches for', () => {
  const vouched = () => createEventPoster({ allowedHosts: [`127.0.0.1:${port}`], timeoutMs: 300 });
  const url = () => `http://127.0.0.1:${port}/events?a=1`;

  it('gets a body that the library of Standard Webhooks accepts by each secret', async () => {
    const former = createWebhookSecret();
    const agent = vouched();
    expect(await agent.post(due(url(), [SECRET, former]))).toEqual({
      httpStatus: 204,
      error: null,
      retryAfterMs: null,
    });
    const [head = '', body = ''] = asked.split('\r\n\r\n');
    const headers = Object.fromEntries(
      head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(': ') as [string, string]),
    );
    for (const secret of [SECRET, former])
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({ data: { action: 'leave' } });
    expect(() => new Webhook(createWebhookSecret()).verify(body, headers)).toThrow('No matching signature');
    await agent.close();
  });

  it('is not followed to where it redirects', async () => {
    answer = `HTTP/1.1 307 Temporary Redirect\r\nlocation: http://127.0.0.1:${port}/else\r\ncontent-length: 0\r\n\r\n`;
    const agent = vouched();
    expect(await agent.post(due(url()))).toMatchObject({ httpStatus: 307, error: 'http_307' });
    expect(connections).toBe(1);
    await agent.close();
  });

  it('is waited for no longer than the time-out, and its Retry-After is read', async () => {
    answer = '';
    const agent = vouched();
    expect(await agent.post(due(url()))).toMatchObject({ httpStatus: null, error: 'timeout' });
    answer = 'HTTP/1.1 429 Too Many Requests\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n';
    asked = '';
    expect(await agent.post(due(url()))).toEqual({ httpStatus: 429, error: 'http_429', retryAfterMs: 7_000 });
    await agent.close();
  });

  it('gets nothing without a secret that can be read', async () => {
    const agent = vouched();
    expect(await agent.post(due(url(), []))).toMatchObject({ error: 'unreadable_secret' });
    expect(connections).toBe(0);
    await agent.close();
  });
});

describe('the example of the specification', () => {
  it('has the signature that it names', () => {
    const signature = signWebhook(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    });
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});

describe('the tries of a day', () => {
  it('come later and later, with half of each delay random, and end', () => {
    const at = (tries: number, random: number) => nextTryInMs({ tries, triedForMs: 0 }, null, { random: () => random });
    expect([at(1, 0), at(1, 1), at(2, 0), at(5, 1), at(30, 1)]).toEqual([2_500, 5_000, 5_000, 80_000, 3_600_000]);
    let triedForMs = 0;
    let tries = 0;
    for (;;) {
      const inMs = nextTryInMs({ tries: (tries += 1), triedForMs }, null, { random: () => 0.5 });
      if (inMs === null) break;
      triedForMs += inMs;
    }
    expect(triedForMs).toBe(86_400_000);
    expect(tries).toBeGreaterThan(30);
  });

  it('wait as long as the receiver asks', () => {
    expect(nextTryInMs({ tries: 1, triedForMs: 0 }, 120_000, { random: () => 0 })).toBe(120_000);
  });
});
