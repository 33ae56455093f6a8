import { describe, expect, it } from 'vitest';
import type { OptInCreated } from '../contract/opt-ins.js';
import { createFakePlatform, createFakeStream, jsonResponse, type FakePlatform } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import type { OptIn, OptInOptions } from './opt-in.js';

const SERVER = 'https://api.example';

function created(number: number): OptInCreated {
  return {
    id: `opt-in-${number}`,
    clientToken: `token-${number}`,
    code: '6GCT-KBF6-4P5B',
    message: 'Hi',
    companyNumber: '+966511111111',
    organizationName: 'Acme Clinic',
    links: {
      universal: 'https://wa.me/966511111111?text=Hi',
      app: 'whatsapp://send?phone=966511111111&text=Hi',
      web: 'https://web.whatsapp.com/send?phone=966511111111&text=Hi',
      short: `${SERVER}/o/6GCT-KBF6-4P5B`,
    },
    state: 'idle',
    expiresAt: '2026-11-24T12:05:00.000Z',
  };
}

/** A page whose server makes opt-ins one after the other. */
function openPage(): { world: FakePlatform; streams: ReturnType<typeof createFakeStream>[] } {
  const world = createFakePlatform();
  const streams: ReturnType<typeof createFakeStream>[] = [];
  let made = 0;
  world.answer = ({ url, method }) => {
    if (url.endsWith('/events')) return new Response(null, { status: 204 });
    if (method === 'POST') return jsonResponse(created((made += 1)), 201);
    if (!url.endsWith('/stream')) return jsonResponse({ id: 'x', state: 'idle', expiresAt: created(1).expiresAt });
    const stream = createFakeStream();
    streams.push(stream);
    return stream.response;
  };
  return { world, streams };
}
const place = (platform: FakePlatform, options: OptInOptions = {}): { optIn: OptIn; leave: () => void } => {
  const optIn = createOptIn({ server: SERVER, publishableKey: 'pk', ticketNumber: 'A001', platform, ...options });
  return { optIn, leave: optIn.subscribe(() => {}) };
};
const creations = (world: FakePlatform) => world.requests.filter(({ url }) => url.endsWith('/opt-ins')).length;
const connected = (number: number) => ({
  id: `opt-in-${number}`,
  state: 'connected',
  expiresAt: created(1).expiresAt,
  sessionExpiresAt: '2026-11-25T11:05:00.000Z',
});

describe('several places on one page', () => {
  it('make one opt-in for one ticket, and follow it by one stream', async () => {
    const { world, streams } = openPage();
    const places = [place(world), place(world), place(world)];
    await world.advance(0);
    expect([creations(world), streams.length]).toEqual([1, 1]);
    expect(new Set(places.map(({ optIn }) => optIn.getSnapshot().href)).size).toBe(1);
  });

  it('are connected together', async () => {
    const { world, streams } = openPage();
    const places = [place(world), place(world, { display: 'bar' })];
    await world.advance(0);
    places[0]?.optIn.open();
    streams[0]?.send(connected(1));
    await world.advance(0);
    expect(places.map(({ optIn }) => optIn.getSnapshot().state)).toEqual(['connected', 'connected']);
  });

  it('share the opt-in with one that comes later, with what is known of it', async () => {
    const { world, streams } = openPage();
    place(world);
    await world.advance(0);
    streams[0]?.send(connected(1));
    await world.advance(0);
    const late = place(world);
    await world.advance(0);
    expect([late.optIn.getSnapshot().state, creations(world), streams.length]).toEqual(['connected', 1, 1]);
  });

  it('share one that the host made and gave to each', async () => {
    const { world, streams } = openPage();
    const optIn = { id: 'opt-in-9', clientToken: 'token-9' };
    place(world, { optIn });
    place(world, { optIn });
    await world.advance(0);
    expect([creations(world), streams.length]).toEqual([0, 1]);
  });

  it('make one each for two tickets', async () => {
    const { world, streams } = openPage();
    place(world);
    place(world, { ticketNumber: 'A002' });
    await world.advance(0);
    expect([creations(world), streams.length]).toEqual([2, 2]);
  });

  it('keep the line while one of them stays, and let go of it with the last', async () => {
    const { world } = openPage();
    const [one, other] = [place(world), place(world)];
    await world.advance(0);
    one.leave();
    const open = () => world.requests.filter(({ url, signal }) => url.endsWith('/stream') && !signal?.aborted).length;
    expect(open()).toBe(1);
    other.leave();
    await world.advance(0);
    expect([open(), world.timersPending(), world.listenersCount()]).toEqual([0, 0, 0]);
  });

  it('start over together after the opt-in is used up', async () => {
    const { world } = openPage();
    const places = [place(world), place(world)];
    await world.advance(0);
    for (const { optIn } of places) optIn.decline();
    for (const { optIn } of places) optIn.restart();
    await world.advance(0);
    expect(creations(world)).toBe(2);
    expect(places.map(({ optIn }) => optIn.getSnapshot().optInId)).toEqual(['opt-in-2', 'opt-in-2']);
  });
});

describe('many tickets on one page, of which a browser connects six over HTTP/1.1', () => {
  const tickets = (world: FakePlatform, count: number) =>
    Array.from({ length: count }, (_, at) => place(world, { ticketNumber: `A${at}`, qr: 'never' }));
  const isStream = ({ url }: { url: string }) => url.endsWith('/stream');
  const open = (world: FakePlatform) => world.requests.filter((one) => isStream(one) && !one.signal?.aborted);

  /** A server whose streams bring the present state at once, then a heartbeat every 15 s. */
  function openBusyPage() {
    const { world } = openPage();
    const { answer } = world;
    const arrived = new Set<number>();
    const streams: { number: number; stream: ReturnType<typeof createFakeStream> }[] = [];
    const stateOf = (number: number) =>
      arrived.has(number) ? connected(number) : { ...connected(number), state: 'idle', sessionExpiresAt: undefined };
    world.answer = (request) => {
      if (request.method === 'POST') return answer(request);
      const number = Number(/opt-in-(\d+)/.exec(request.url)?.[1]);
      if (!isStream(request)) return jsonResponse(stateOf(number));
      const stream = createFakeStream();
      streams.push({ number, stream });
      stream.send(stateOf(number));
      return stream.response;
    };
    const beat = async (times: number) => {
      for (let beats = 0; beats < times; beats += 1) {
        await world.advance(15_000);
        for (const { number, stream } of streams.slice(0, 4)) stream.send(stateOf(number));
      }
    };
    return { world, streams, arrived, beat };
  }

  it('takes at most four streams; the others ask', async () => {
    const { world, beat } = openBusyPage();
    tickets(world, 8);
    await beat(8);
    expect(open(world)).toHaveLength(4);
    const reads = world.requests.filter((one) => one.method === 'GET' && !isStream(one));
    expect(new Set(reads.map(({ url }) => url)).size).toBe(4);
  });

  it('connects each ticket within 15 seconds of its message', async () => {
    const { world, arrived, beat } = openBusyPage();
    const places = tickets(world, 8);
    await world.advance(0);
    for (const { optIn } of places) optIn.open();
    await beat(8);
    for (let number = 1; number <= 8; number += 1) arrived.add(number);
    await beat(1);
    expect(places.map(({ optIn }) => optIn.getSnapshot().state)).toEqual(places.map(() => 'connected'));
  });

  it('gives the stream of one that leaves, or needs it no more, to the next', async () => {
    const { world, streams } = openBusyPage();
    const places = tickets(world, 6);
    await world.advance(0);
    expect(streams).toHaveLength(4);
    places[0]?.leave();
    await world.advance(0);
    // The server closes the first one before it sees the next.
    expect([streams.length, open(world).length]).toEqual([4, 3]);
    await world.advance(1_000);
    expect([streams.length, open(world).length]).toEqual([5, 4]);
    streams[1]?.stream.send(connected(2));
    await world.advance(1_000);
    expect([streams.length, open(world).length]).toEqual([6, 4]);
  });

  it('counts each origin by itself', async () => {
    const { world } = openBusyPage();
    tickets(world, 4);
    place(world, { ticketNumber: 'B1', server: 'https://other.example/base' });
    place(world, { ticketNumber: 'B2', server: `${SERVER}/base` });
    await world.advance(0);
    expect(open(world).map(({ url }) => new URL(url).origin)).toEqual([
      ...Array<string>(4).fill(SERVER),
      'https://other.example',
    ]);
  });
});

it('keeps two tabs apart', async () => {
  const tabs = [openPage(), openPage()];
  const places = tabs.map(({ world }) => place(world));
  await Promise.all(tabs.map(({ world }) => world.advance(0)));
  tabs[0]?.streams[0]?.send(connected(1));
  await Promise.all(tabs.map(({ world }) => world.advance(0)));
  expect(places.map(({ optIn }) => optIn.getSnapshot().state)).toEqual(['connected', 'idle']);
});
