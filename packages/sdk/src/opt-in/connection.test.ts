import { describe, expect, it } from 'vitest';
import { createApiClient } from '../api-client.js';
import type { OptInStatus } from '../contract/opt-ins.js';
import { createFakePlatform, createFakeStream, jsonResponse, type FakePlatform } from '../testing/index.js';
import { createConnection, type Connection } from './connection.js';

const status = (state: OptInStatus['state']): OptInStatus => ({
  id: '1',
  state,
  expiresAt: '2026-11-24T12:05:00.000Z',
});

function setUp(fetch?: (world: FakePlatform) => FakePlatform['fetch']): {
  world: FakePlatform;
  connection: Connection;
  seen: string[];
  refused: string[];
} {
  const world = createFakePlatform();
  const api = createApiClient({
    server: 'https://api.example',
    fetch: fetch?.(world) ?? world.fetch,
    setTimer: world.setTimer,
  });
  const seen: string[] = [];
  const refused: string[] = [];
  const connection = createConnection({
    platform: world,
    api,
    server: 'https://api.example',
    access: { id: '1', clientToken: 'token' },
    onStatus: ({ state }) => seen.push(state),
    onRefused: ({ code }) => refused.push(code),
  });
  return { world, connection, seen, refused };
}
const kinds = (world: FakePlatform) => world.requests.map(({ url }) => (url.endsWith('/stream') ? 'stream' : 'read'));

describe('createConnection', () => {
  it('follows by stream', async () => {
    const { world, connection, seen } = setUp();
    const stream = createFakeStream();
    world.answer = () => stream.response;
    connection.start();
    stream.send(status('waiting'));
    stream.send(status('connected'));
    await world.advance(60_000);
    expect(seen).toEqual(['waiting', 'connected']);
    expect(kinds(world)).toEqual(['stream']);
  });

  it('polls while streams fail', async () => {
    const { world, connection, seen } = setUp();
    world.answer = ({ url }) => {
      if (url.endsWith('/stream')) throw new TypeError('blocked by a proxy');
      return jsonResponse(status('waiting'));
    };
    connection.start();
    await world.advance(10_000);
    expect(kinds(world).slice(0, 3)).toEqual(['stream', 'read', 'read']);
    expect(seen[0]).toBe('waiting');
  });

  it('does not hammer a server whose streams open and drop', async () => {
    const { world, connection } = setUp();
    world.answer = ({ url }) => {
      if (!url.endsWith('/stream')) return jsonResponse(status('waiting'));
      const stream = createFakeStream();
      stream.send(status('waiting'));
      stream.end();
      return stream.response;
    };
    connection.start();
    await world.advance(3_600_000);
    expect(world.requests.length).toBeLessThan(90);
  });

  it('renews a stream that a proxy has cut after a good while', async () => {
    const { world, connection } = setUp();
    let stream = createFakeStream();
    world.answer = () => {
      stream = createFakeStream();
      stream.send(status('waiting'));
      return stream.response;
    };
    connection.start();
    for (let cut = 0; cut < 5; cut += 1) {
      await world.advance(31_000);
      stream.end();
      await world.advance(1_000);
    }
    expect(kinds(world)).toEqual(Array.from({ length: 6 }, () => 'stream'));
  });

  it('treats a stream that has been silent for 70 seconds as dead', async () => {
    const { world, connection } = setUp();
    const first = createFakeStream();
    world.answer = () => (world.requests.length > 1 ? createFakeStream() : first).response;
    connection.start();
    first.send(status('waiting'));
    await world.advance(72_000);
    expect(kinds(world)).toEqual(['stream', 'stream']);
    expect(world.requests[0]?.signal?.aborted).toBe(true);
  });

  it.each([
    [401, 'UNAUTHORIZED'],
    [403, 'UNAUTHORIZED'],
    [404, 'NOT_FOUND'],
    [410, 'EXPIRED'],
  ])('stops for good on %i', async (code, expected) => {
    const { world, connection, refused } = setUp();
    world.answer = () => jsonResponse({}, code);
    connection.start();
    await world.advance(3_600_000);
    await world.hide();
    await world.show();
    expect(refused).toEqual([expected]);
    expect(world.requests).toHaveLength(1);
    expect([world.timersPending(), world.listenersCount()]).toEqual([0, 0]);
  });

  it('goes on after 500 and 429', async () => {
    const { world, connection, refused } = setUp();
    world.answer = () => jsonResponse({}, world.requests.length % 2 ? 500 : 429);
    connection.start();
    await world.advance(60_000);
    expect(refused).toEqual([]);
    expect(world.requests.length).toBeGreaterThan(4);
  });

  it('disconnects once the page has been hidden for 30 seconds, and asks again when it returns', async () => {
    const { world, connection, seen } = setUp();
    const first = createFakeStream();
    world.answer = () => first.response;
    connection.start();
    first.send(status('waiting'));
    await world.hide();
    await world.advance(29_999);
    expect(world.requests[0]?.signal?.aborted).toBe(false);
    await world.advance(1);
    expect(world.requests[0]?.signal?.aborted).toBe(true);
    await world.advance(3_600_000);
    expect(world.requests).toHaveLength(1);

    const second = createFakeStream();
    world.answer = ({ url }) => (url.endsWith('/stream') ? second.response : jsonResponse(status('waiting')));
    await world.show();
    second.send(status('connected'));
    await world.advance(0);
    expect(seen).toContain('connected');
  });

  it('does not start in a hidden page', async () => {
    const { world, connection } = setUp();
    await world.hide();
    connection.start();
    await world.advance(60_000);
    expect(world.requests).toHaveLength(0);
    world.answer = () => createFakeStream().response;
    await world.show();
    expect(kinds(world)).toEqual(['stream', 'read']);
  });

  it('asks once, and opens a new stream, when a short absence ends: a phone may have dropped the line', async () => {
    const { world, connection } = setUp();
    world.answer = () => createFakeStream().response;
    connection.start();
    await world.hide();
    await world.advance(4_000);
    await world.show();
    expect(kinds(world)).toEqual(['stream', 'stream', 'read']);
    expect(world.requests[0]?.signal?.aborted).toBe(true);
  });

  it('renews nothing once it is settled, and asks once on return', async () => {
    const { world, connection } = setUp();
    const stream = createFakeStream();
    world.answer = ({ url }) => (url.endsWith('/stream') ? stream.response : jsonResponse(status('connected')));
    connection.start();
    stream.send(status('connected'));
    await world.advance(100);
    connection.settle();
    stream.end();
    await world.advance(3_600_000);
    await world.hide();
    await world.show();
    expect(kinds(world)).toEqual(['stream', 'read']);
  });

  it('ignores answers after it has stopped, even from a fetch without abort', async () => {
    const { world, connection, seen } = setUp((real) => (url, init) => real.fetch(url, { ...init, signal: null }));
    const stream = createFakeStream();
    world.answer = () => stream.response;
    connection.start();
    await world.advance(0);
    connection.stop();
    stream.send(status('connected'));
    await world.advance(0);
    expect(seen).toEqual([]);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { world, connection, seen } = setUp();
    const stream = createFakeStream();
    world.answer = () => stream.response;
    connection.start();
    await world.advance(0);
    connection.stop();
    await world.advance(60_000);
    expect(seen).toEqual([]);
    expect(world.requests[0]?.signal?.aborted).toBe(true);
    expect([world.timersPending(), world.listenersCount()]).toEqual([0, 0]);
  });
});

describe('behind a proxy that holds a stream back', () => {
  /** Two kinds of it: one passes on the head alone, the other nothing. */
  const SILENT: readonly (readonly [string, () => Response | Promise<Response>])[] = [
    ['its body', () => createFakeStream().response],
    ['all of it', () => new Promise<Response>(() => {})],
  ];

  describe.each(SILENT)('%s', (_name, silent) => {
    function proxied() {
      const scene = setUp();
      const server = { state: 'waiting' as OptInStatus['state'] };
      scene.world.answer = ({ url }) => (url.endsWith('/stream') ? silent() : jsonResponse(status(server.state)));
      return { ...scene, server };
    }

    it('asks after five seconds of silence', async () => {
      const { world, connection } = proxied();
      connection.start();
      await world.advance(4_999);
      expect(kinds(world)).toEqual(['stream']);
      await world.advance(1);
      expect(kinds(world)).toEqual(['stream', 'read']);
    });

    it.each([1, 8, 34, 69, 71, 90, 214, 601])(
      'hears within 15 seconds of a message that was tapped, sent after %i s',
      async (afterS) => {
        const { world, connection, server, seen } = proxied();
        connection.start();
        connection.expectMessage();
        await world.advance(afterS * 1_000);
        expect(seen).not.toContain('connected');
        server.state = 'connected';
        await world.advance(15_000);
        expect(seen).toContain('connected');
      },
    );

    it('asks with growing delays before the tap', async () => {
      const { world, connection } = proxied();
      connection.start();
      await world.advance(3_600_000);
      expect(kinds(world).filter((kind) => kind === 'read').length).toBeLessThan(80);
      expect(kinds(world).filter((kind) => kind === 'stream').length).toBeLessThan(15);
    });

    it('asks at most eight times a minute while a message is expected', async () => {
      const { world, connection } = proxied();
      connection.start();
      connection.expectMessage();
      await world.advance(600_000);
      expect(world.requests.length).toBeLessThan(80);
    });

    it('asks as soon as the page is visible again', async () => {
      const { world, connection, server, seen } = proxied();
      connection.start();
      await world.advance(600_000);
      await world.hide();
      server.state = 'connected';
      await world.show();
      expect(seen.at(-1)).toBe('connected');
    });
  });

  it('asks no more once a stream brings bytes', async () => {
    const { world, connection } = setUp();
    const late = createFakeStream();
    world.answer = ({ url }) => (url.endsWith('/stream') ? late.response : jsonResponse(status('waiting')));
    connection.start();
    connection.expectMessage();
    await world.advance(30_000);
    const asked = world.requests.length;
    late.send(status('waiting'));
    await world.advance(40_000);
    late.send(status('waiting'));
    await world.advance(40_000);
    expect(world.requests).toHaveLength(asked);
  });

  it('tries streams again with growing delays, and keeps one that works', async () => {
    const { world, connection } = setUp();
    let works = false;
    let stream = createFakeStream();
    world.answer = ({ url }) => {
      if (!url.endsWith('/stream')) return jsonResponse(status('waiting'));
      if (!works) throw new TypeError('blocked by a proxy');
      stream = createFakeStream();
      stream.send(status('waiting'));
      return stream.response;
    };
    connection.start();
    await world.advance(1_200_000);
    expect(kinds(world).filter((kind) => kind === 'stream').length).toBeLessThan(10);
    works = true;
    while (kinds(world).at(-1) !== 'stream') await world.advance(15_000);
    const asked = world.requests.length;
    for (let beat = 0; beat < 10; beat += 1) {
      await world.advance(15_000);
      stream.send(status('waiting'));
    }
    expect(world.requests).toHaveLength(asked);
  });

  it('asks an overloaded server more rarely, tapped or not', async () => {
    const { world, connection } = setUp();
    world.answer = () => jsonResponse({}, 429);
    connection.start();
    connection.expectMessage();
    await world.advance(3_600_000);
    expect(world.requests.length).toBeLessThan(90);
  });

  it('waits for the network if the page has just gone offline', async () => {
    const { world, connection } = setUp();
    const stream = createFakeStream();
    world.answer = ({ url }) =>
      url.endsWith('/stream') && world.requests.length === 1 ? stream.response : jsonResponse(status('waiting'));
    connection.start();
    stream.send(status('waiting'));
    await world.advance(0);
    await world.setOnline(false);
    expect(kinds(world)).toEqual(['stream']);
    await world.setOnline(true);
    expect(kinds(world)).toEqual(['stream', 'stream', 'read']);
  });
});
