import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OptInCreated, OptInStatus } from '../contract/opt-ins.js';
import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import {
  PHONE_USER_AGENT,
  createFakePlatform,
  createFakeStream,
  jsonResponse,
  type FakePlatform,
  type FakePlatformOptions,
} from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import type { OptIn, OptInEvent, OptInOptions } from './opt-in.js';
import { plainText } from './rich-text.js';

const CREATED: OptInCreated = {
  id: 'opt-in-1',
  clientToken: 'client-token',
  code: '6GCT-KBF6-4P5B',
  message: 'Hi Acme Clinic (ref: 6GCT-KBF6-4P5B)',
  companyNumber: '+966511111111',
  organizationName: 'Acme Clinic',
  links: {
    universal: 'https://wa.me/966511111111?text=Hi',
    app: 'whatsapp://send?phone=966511111111&text=Hi',
    web: 'https://web.whatsapp.com/send?phone=966511111111&text=Hi',
    short: 'https://api.example/o/6GCT-KBF6-4P5B',
  },
  state: 'idle',
  expiresAt: '2026-11-24T12:05:00.000Z',
};
const SESSION_END = '2026-11-25T11:05:00.000Z';
const status = (state: OptInStatus['state'], more: Partial<OptInStatus> = {}): OptInStatus => ({
  id: 'opt-in-1',
  state,
  expiresAt: CREATED.expiresAt,
  ...more,
});
const connected = status('connected', { sessionExpiresAt: SESSION_END });

interface Scene {
  world: FakePlatform;
  optIn: OptIn;
  events: OptInEvent[];
  stream: ReturnType<typeof createFakeStream>;
  /** What `GET /api/opt-ins/:id` answers. */
  server: { status: OptInStatus; refuses: number | null };
}

/** A page with a server that makes opt-ins and streams their state. */
function live(options: OptInOptions = {}, page: FakePlatformOptions = {}): Scene {
  const world = createFakePlatform(page);
  const events: OptInEvent[] = [];
  const scene: Scene = {
    world,
    events,
    stream: createFakeStream(),
    server: { status: status('idle'), refuses: null },
    optIn: createOptIn({
      server: 'https://api.example',
      publishableKey: 'pk_test',
      ticketNumber: 'A001',
      onEvent: (event) => events.push(event),
      platform: world,
      qr: 'never',
      ...options,
    }),
  };
  world.answer = ({ url, method }) => {
    if (scene.server.refuses) return jsonResponse({}, scene.server.refuses);
    if (url.endsWith('/events')) return new Response(null, { status: 204 });
    if (method === 'POST') return jsonResponse(CREATED, 201);
    if (url.endsWith('/stream')) return (scene.stream = createFakeStream()).response;
    return jsonResponse(scene.server.status);
  };
  return scene;
}
const still = (options: OptInOptions, page?: FakePlatformOptions) =>
  createOptIn({ platform: createFakePlatform(page), ...options });
const creations = (world: FakePlatform) => world.requests.filter(({ url }) => url.endsWith('/opt-ins'));
const types = (events: OptInEvent[]) => events.map(({ type }) => type).filter((type) => type !== 'funnel');
const reported = (world: FakePlatform) =>
  world.requests.filter(({ url }) => url.endsWith('/events')).map(({ body }) => (body as { type: string }).type);
const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' };

describe('createOptIn without a server', () => {
  it('has its link at once', () => {
    const { state, href, message, code } = still(CLINIC, { userAgent: PHONE_USER_AGENT }).getSnapshot();
    expect([state, message, code]).toEqual([
      'idle',
      'Hi Acme Clinic, please send me queue updates for ticket A001',
      null,
    ]);
    expect(href).toBe(`https://wa.me/966500000000?text=${encodeURIComponent(message ?? '')}`);
  });

  it('leads to WhatsApp Web on a desktop', () => {
    expect(still(CLINIC).getSnapshot().href).toMatch(/^https:\/\/web\.whatsapp\.com\//);
  });

  it('waits after the tap and sends no request', async () => {
    const world = createFakePlatform();
    const optIn = createOptIn({ ...CLINIC, platform: world });
    optIn.subscribe(() => {});
    optIn.open();
    await world.advance(86_400_000);
    expect(optIn.getSnapshot().state).toBe('waiting');
    expect([world.requests.length, world.beacons.length, world.timersPending()]).toEqual([0, 0, 0]);
  });

  it.each<[string, OptInOptions, string]>([
    ['no name', { phone: '+966500000000', ticketNumber: 'A001' }, 'Hi, ticket A001 - please send WhatsApp updates'],
    ['no ticket', { phone: '+966500000000', organizationName: 'Acme' }, "Hi, I'd like to receive queue notifications"],
    [
      'a style',
      { ...CLINIC, messageStyle: 'formal' },
      'Hello Acme Clinic, I would like to receive queue notifications for ticket A001. Thank you.',
    ],
    [
      'an unknown style',
      { ...CLINIC, messageStyle: 'loud' as 'formal' },
      'Hi Acme Clinic, please send me queue updates for ticket A001',
    ],
  ])('writes a message that fits: %s', (_, options, message) => {
    expect(still(options).getSnapshot().message).toBe(message);
  });

  it('sets no timer without a listener', () => {
    const world = createFakePlatform();
    const optIn = createOptIn({ ...CLINIC, platform: world });
    optIn.open();
    expect([optIn.getSnapshot().state, world.timersPending()]).toEqual(['waiting', 0]);
  });

  it.each([
    ['no phone', {}, 'MISSING_OPTION'],
    ['no options at all', undefined, 'MISSING_OPTION'],
    ['a bad phone', { phone: 'call me' }, 'INVALID_PHONE_NUMBER'],
    ['a bad server', { server: 'javascript:alert(1)' }, 'MISSING_OPTION'],
    ['a message that is too long', { ...CLINIC, organizationName: 'x'.repeat(5_000) }, 'MESSAGE_TOO_LONG'],
  ])('fails with %s, and does not throw', (_, options, code) => {
    const snapshot = createOptIn(options as OptInOptions).getSnapshot();
    expect([snapshot.state, snapshot.reason, snapshot.error?.code, snapshot.href]).toEqual([
      'failed',
      code,
      code,
      null,
    ]);
  });

  it('emits such a failure once there is a listener', () => {
    const events: OptInEvent[] = [];
    still({ onEvent: (event) => events.push(event) }).subscribe(() => {});
    expect(types(events)).toEqual(['failure', 'ready']);
  });

  it.each(OPT_IN_STATES)('shows %s to a test that asks for it', (testState) => {
    const snapshot = still({ ...CLINIC, testState, server: 'https://api.example' }).getSnapshot();
    expect([snapshot.state, snapshot.view.state]).toEqual([testState, testState]);
  });

  it('reads own properties only', () => {
    const polluted = Object.create({ testState: 'connected', noSkip: true }) as OptInOptions;
    const view = createOptIn(Object.assign(polluted, CLINIC, { platform: createFakePlatform() })).getSnapshot().view;
    expect([view.state, view.skip?.label]).toEqual(['idle', 'Skip']);
  });

  it.each([
    [{ locale: 'ar-SA' }, ['en'], 'ar'],
    [{ locale: 'xx' }, ['ar-EG'], 'ar'],
    [{}, ['xx', 'ar'], 'ar'],
    [{ pageLocale: 'ar' }, ['en'], 'ar'],
    [{ locale: 'en', pageLocale: 'ar' }, ['ar'], 'en'],
    [{}, [], 'en'],
  ])('for %j in a browser of %j, uses %s', (options, languages, locale) => {
    expect(still({ ...CLINIC, ...options }, { languages }).getSnapshot().view.locale).toBe(locale);
  });

  it('changes its words without losing its state', () => {
    const optIn = still(CLINIC);
    const listener = vi.fn();
    optIn.subscribe(listener);
    optIn.open();
    optIn.setOptions({ locale: 'ar' });
    expect([optIn.getSnapshot().state, optIn.getSnapshot().view.dir]).toEqual(['waiting', 'rtl']);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('createOptIn with a server', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('sends no request before there is a listener', async () => {
    const { world, optIn } = live();
    expect(optIn.getSnapshot().view.link).toMatchObject({ href: null, busy: true });
    await world.advance(60_000);
    expect(world.requests).toHaveLength(0);
  });

  it('makes the opt-in, and so the link, before the tap', async () => {
    const { world, optIn, events } = live(
      { ticketToken: 'jwt', ticketId: 'ticket-1', locale: 'ar' },
      { userAgent: PHONE_USER_AGENT },
    );
    optIn.subscribe(() => {});
    await world.advance(0);
    expect(creations(world)[0]?.body).toEqual({
      ticketId: 'ticket-1',
      ticketNumber: 'A001',
      ticketToken: 'jwt',
      locale: 'ar',
      pageUrl: 'https://clinic.example/tickets/A001',
      consent: {
        version: '1',
        locale: 'ar',
        text: plainText(optIn.getSnapshot().view.consent ?? []),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      },
    });
    const { href, message, code, expiresAt, view } = optIn.getSnapshot();
    expect([href, message, code]).toEqual([CREATED.links.universal, CREATED.message, CREATED.code]);
    expect(expiresAt?.toISOString()).toBe(CREATED.expiresAt);
    expect(view.number?.text).toEqual([{ isolated: '+966 51 111 1111' }]);
    expect(types(events)).toEqual(['ready']);
    expect(reported(world)).toEqual(['impression']);
  });

  it('waits after the tap and emits it', async () => {
    const { world, optIn, events } = live();
    optIn.subscribe(() => {});
    await world.advance(0);
    optIn.open();
    await world.advance(5_000);
    expect(optIn.getSnapshot().view.status?.tone).toBe('busy');
    expect(types(events)).toEqual(['ready', 'statechange', 'optin']);
    expect(reported(world)).toEqual(['impression', 'link_open', 'help_shown']);
  });

  it('notices the message by itself', async () => {
    const scene = live();
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.optIn.open();
    scene.stream.send(connected);
    await scene.world.advance(0);
    expect(scene.optIn.getSnapshot()).toMatchObject({ state: 'connected', sessionExpiresAt: new Date(SESSION_END) });
    expect(scene.events.slice(-2)).toEqual([
      { type: 'statechange', state: 'connected', previous: 'waiting', reason: null },
      { type: 'connected', sessionExpiresAt: new Date(SESSION_END) },
    ]);
    expect(scene.optIn.getSnapshot().view.status?.text).toEqual(['You are connected until 14:05 tomorrow']);
  });

  it('notices a message that came without a tap', async () => {
    const scene = live();
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.stream.send(connected);
    await scene.world.advance(0);
    expect(scene.optIn.getSnapshot().state).toBe('connected');
  });

  it('gives the same snapshot until something changes', async () => {
    const scene = live();
    const { world, optIn } = scene;
    const listener = vi.fn();
    optIn.subscribe(listener);
    await world.advance(0);
    const before = optIn.getSnapshot();
    listener.mockClear();
    await world.advance(10_000);
    scene.stream.send(status('idle'));
    await world.advance(0);
    expect(optIn.getSnapshot()).toBe(before);
    expect(listener).not.toHaveBeenCalled();
  });

  it('creates one opt-in for any number of unsubscribes and subscribes', async () => {
    const { world, optIn } = live();
    for (let mount = 0; mount < 3; mount += 1) optIn.subscribe(() => {})();
    optIn.subscribe(() => {});
    await world.advance(60_000);
    optIn.destroy();
    optIn.subscribe(() => {});
    await world.advance(60_000);
    expect(new Set(creations(world).map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
    expect(reported(world)).toEqual(['impression']);
    expect(optIn.getSnapshot().code).toBe(CREATED.code);
  });

  it('tries again with the same key while the network is down, then fails and offers the plain link', async () => {
    const scene = live({ phone: '+966500000000' });
    scene.server.refuses = 503;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(5_000);
    const keys = creations(scene.world).map(({ headers }) => headers.get('idempotency-key'));
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
    expect(scene.world.requests.map(({ at }) => at - (scene.world.requests[0]?.at ?? 0))).toEqual([0, 1_000, 4_000]);
    const { state, error, href } = scene.optIn.getSnapshot();
    expect([state, error?.code]).toEqual(['failed', 'SERVER_ERROR']);
    expect(href).toContain('966500000000');
    expect(types(scene.events)).toEqual(['statechange', 'failure']);
  });

  it('retries behind a link without live status, until it works', async () => {
    const scene = live({ phone: '+966500000000' });
    scene.server.refuses = 503;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(60_000);
    expect(scene.optIn.getSnapshot()).toMatchObject({ state: 'failed', code: null });
    scene.server.refuses = null;
    await scene.world.advance(300_000);
    expect(scene.optIn.getSnapshot()).toMatchObject({ state: 'idle', href: CREATED.links.web, error: null });
    expect(types(scene.events)).toEqual(['statechange', 'failure', 'statechange', 'ready']);
    const keys = creations(scene.world).map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(1);
    scene.stream.send(connected);
    await scene.world.advance(0);
    expect(scene.optIn.getSnapshot().state).toBe('connected');
  });

  it('retries with growing delays for an hour, and again after a listener has left and returned', async () => {
    const scene = live();
    scene.server.refuses = 503;
    const leave = scene.optIn.subscribe(() => {});
    await scene.world.advance(3_600_000);
    expect(creations(scene.world).length).toBeLessThan(20);
    leave();
    expect([scene.world.timersPending(), scene.world.listenersCount()]).toEqual([0, 0]);
    scene.server.refuses = null;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(300_000);
    expect(scene.optIn.getSnapshot().state).toBe('idle');
  });

  it('retries with a fresh key if an opt-in of the first one would soon expire', async () => {
    const scene = live();
    scene.server.refuses = 503;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(2_400_000);
    scene.server.refuses = null;
    await scene.world.advance(300_000);
    const keys = creations(scene.world).map(({ headers }) => headers.get('idempotency-key'));
    expect([scene.optIn.getSnapshot().state, new Set(keys).size]).toEqual(['idle', 2]);
  });

  it.each([
    ['a refusal', 401, (optIn: OptIn) => void optIn.refresh()],
    ['the customer says no', 503, (optIn: OptIn) => optIn.decline()],
    ['it is destroyed', 503, (optIn: OptIn) => optIn.destroy()],
  ])('tries no more after %s', async (_, refuses, end) => {
    const scene = live();
    scene.server.refuses = refuses;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(10_000);
    end(scene.optIn);
    const asked = creations(scene.world).length;
    await scene.world.advance(3_600_000);
    expect(creations(scene.world)).toHaveLength(asked);
  });

  it('ignores an abandoned creation, even if it fails', async () => {
    const { world, optIn, events } = live();
    let breakOff = () => {};
    world.answer = () => new Promise((_, reject) => (breakOff = () => reject(new TypeError('offline'))));
    optIn.subscribe(() => {});
    optIn.destroy();
    breakOff();
    await world.advance(60_000);
    expect([optIn.getSnapshot().state, events]).toEqual(['idle', []]);
  });

  it('names the lack of a network', async () => {
    const { world, optIn } = live();
    world.answer = () => Promise.reject(new TypeError('offline'));
    optIn.subscribe(() => {});
    await world.advance(60_000);
    expect(optIn.getSnapshot()).toMatchObject({ state: 'failed', reason: 'NETWORK', href: null });
  });

  it('tries again when the page is back online', async () => {
    const scene = live();
    const { answer } = scene.world;
    scene.world.answer = () => Promise.reject(new TypeError('offline'));
    scene.optIn.subscribe(() => {});
    await scene.world.advance(60_000);
    scene.world.answer = answer;
    await scene.world.show();
    expect(scene.optIn.getSnapshot()).toMatchObject({ state: 'idle', href: CREATED.links.web });
    const keys = creations(scene.world).map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(1);
  });

  it('fails, and does not throw, in a browser without what it needs', async () => {
    const { world, optIn } = live();
    world.randomId = () => {
      throw new TypeError('crypto is undefined');
    };
    optIn.subscribe(() => {});
    await world.advance(0);
    expect(optIn.getSnapshot()).toMatchObject({ state: 'failed', reason: 'SERVER_ERROR' });
  });

  it('fails at once if the key is refused', async () => {
    const scene = live();
    scene.server.refuses = 401;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(60_000);
    expect(creations(scene.world)).toHaveLength(1);
    expect(scene.optIn.getSnapshot().reason).toBe('UNAUTHORIZED');
  });

  it('offers no link to an organization that has WhatsApp switched off', async () => {
    const { world, optIn } = live({ phone: '+966500000000' });
    world.answer = () => jsonResponse({ code: 'WHATSAPP_DISABLED' }, 409);
    optIn.subscribe(() => {});
    await world.advance(60_000);
    expect(optIn.getSnapshot()).toMatchObject({ state: 'failed', reason: 'WHATSAPP_DISABLED', href: null });
  });

  it('makes a fresh opt-in on restart', async () => {
    const scene = live();
    scene.server.refuses = 503;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(60_000);
    scene.server.refuses = null;
    scene.optIn.restart();
    expect(scene.optIn.getSnapshot().state).toBe('idle');
    await scene.world.advance(0);
    expect(scene.optIn.getSnapshot().href).toBe(CREATED.links.web);
    const keys = creations(scene.world).map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('does not restart what goes well', async () => {
    const { world, optIn } = live();
    optIn.subscribe(() => {});
    await world.advance(0);
    optIn.restart();
    await world.advance(0);
    expect(creations(world)).toHaveLength(1);
  });

  it('adopts an opt-in of the host and reads its state', async () => {
    const scene = live({ optIn: { id: 'opt-in-1', clientToken: 'client-token' }, phone: '+966500000000' });
    expect(scene.optIn.getSnapshot().href).toContain('966500000000');
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.stream.send(connected);
    await scene.world.advance(0);
    expect(scene.optIn.getSnapshot().state).toBe('connected');
    expect(creations(scene.world)).toHaveLength(0);
    const stream = scene.world.requests.find(({ url }) => url.endsWith('/stream'));
    expect(stream?.headers.get('authorization')).toBe('Bearer client-token');
  });

  it('adopts the link with the code, where the host hands over the whole answer', () => {
    expect(live({ optIn: CREATED }).optIn.getSnapshot()).toMatchObject({ href: CREATED.links.web, code: CREATED.code });
  });

  it('shows no link of another kind than https', () => {
    const links = { ...CREATED.links, web: 'javascript:alert(1)' };
    expect(live({ optIn: { ...CREATED, links } }).optIn.getSnapshot().href).not.toContain('javascript');
  });

  it.each([
    ['skipped', 'skipped'],
    ['no_whatsapp', 'declined'],
  ] as const)('reports a decline: %s', async (reason, type) => {
    const { world, optIn, events } = live();
    optIn.subscribe(() => {});
    await world.advance(0);
    optIn.decline(reason);
    expect(optIn.getSnapshot()).toMatchObject({ state: 'declined', reason });
    expect(reported(world)).toEqual(['impression', type]);
    expect(events.filter(({ type }) => type !== 'funnel').slice(-2)).toEqual([
      { type: 'statechange', state: 'declined', previous: 'idle', reason },
      { type: 'skip', reason },
    ]);
    await world.advance(0);
    const stillOpen = world.requests.filter(({ url, signal }) => url.endsWith('/stream') && !signal?.aborted);
    expect([stillOpen.length, world.timersPending()]).toEqual([0, 0]);
  });

  it('reports by a request that outlives the page and needs no preflight, since filters block beacons', async () => {
    const { world, optIn } = live();
    optIn.subscribe(() => {});
    await world.advance(0);
    const report = world.requests.find(({ url }) => url.endsWith('/events'));
    expect(report).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
    expect([...(report?.headers.keys() ?? [])]).toEqual([]);
    expect(report?.body).toEqual({ type: 'impression', clientToken: 'client-token' });
    expect(world.beacons).toEqual([]);
  });

  it.each([
    ['does not arrive', 1, () => Promise.reject(new TypeError('blocked'))],
    ['is refused', 0, () => jsonResponse({}, 429)],
  ])('where the request %s, sends %i beacons', async (_, beacons, answerEvent) => {
    const { world, optIn } = live();
    const { answer } = world;
    world.answer = (request) => (request.url.endsWith('/events') ? answerEvent() : answer(request));
    optIn.subscribe(() => {});
    await world.advance(0);
    expect(world.beacons).toHaveLength(beacons);
  });

  it('expires when the code lapses unused, after asking once more', async () => {
    const { world, optIn, events } = live();
    optIn.subscribe(() => {});
    await world.advance(3_599_000);
    expect(optIn.getSnapshot().state).toBe('idle');
    await world.advance(1_000);
    expect(optIn.getSnapshot().state).toBe('expired');
    expect(types(events).slice(-2)).toEqual(['statechange', 'expired']);
    expect(world.requests.at(-1)?.url).toBe('https://api.example/api/opt-ins/opt-in-1');
    expect(world.timersPending()).toBe(0);
  });

  it('is connected if the message came in the last second', async () => {
    const scene = live();
    scene.optIn.subscribe(() => {});
    await scene.world.advance(3_599_000);
    scene.server.status = connected;
    await scene.world.advance(1_000);
    expect(scene.optIn.getSnapshot().state).toBe('connected');
  });

  it('keeps its state at the end of the code while the server does not answer', async () => {
    const scene = live();
    const { answer } = scene.world;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(3_599_000);
    scene.world.answer = () => Promise.reject(new TypeError('offline'));
    await scene.world.advance(600_000);
    expect(scene.optIn.getSnapshot().state).toBe('idle');
    scene.world.answer = answer;
    scene.server.status = connected;
    await scene.world.advance(60_000);
    expect(scene.optIn.getSnapshot().state).toBe('connected');
  });

  it('goes on if a proxy answers with its own page', async () => {
    const scene = live();
    const { answer } = scene.world;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.world.answer = () => new Response('<h1>Sign in to this network</h1>', { status: 403 });
    await scene.world.hide();
    await scene.world.show();
    await scene.world.advance(60_000);
    expect(scene.optIn.getSnapshot().state).toBe('idle');
    scene.world.answer = answer;
    scene.server.status = connected;
    await scene.world.advance(60_000);
    expect(scene.optIn.getSnapshot().state).toBe('connected');
  });

  it('trusts the server if the clock of the page is wrong', async () => {
    const scene = live({}, { startsAt: '2026-11-24T20:00:00.000Z' });
    scene.optIn.subscribe(() => {});
    await scene.world.advance(600_000);
    expect(scene.optIn.getSnapshot().state).toBe('idle');
    scene.server.status = status('expired');
    await scene.world.advance(60_000);
    expect(scene.optIn.getSnapshot().state).toBe('expired');
  });

  it('expires if the server answers that the code is gone', async () => {
    const scene = live({ optIn: CREATED });
    scene.server.refuses = 410;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(60_000);
    expect(scene.optIn.getSnapshot().state).toBe('expired');
    expect(scene.world.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it('emits the end of the session, and connects again', async () => {
    const scene = live();
    scene.server.status = connected;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.stream.send(connected);
    await scene.world.advance(86_400_000);
    expect(types(scene.events).at(-1)).toBe('sessionended');
    expect(scene.optIn.getSnapshot().state).toBe('connected');
    expect(scene.optIn.getSnapshot().view.actions.map(({ id }) => id)).toEqual(['restart']);
    scene.optIn.restart();
    expect(scene.optIn.getSnapshot().state).toBe('idle');
  });

  it('ends with a session that STOP has ended before its time', async () => {
    const scene = live();
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.stream.send(connected);
    scene.stream.send(status('connected'));
    await scene.world.advance(0);
    expect(types(scene.events).slice(-2)).toEqual(['connected', 'sessionended']);
    expect(scene.optIn.getSnapshot().view.heading).toBe('Your WhatsApp updates have ended');
  });

  it('continues a session that another message has extended', async () => {
    const scene = live();
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.stream.send(connected);
    await scene.world.advance(3_600_000);
    scene.server.status = status('connected', { sessionExpiresAt: '2026-11-25T20:00:00.000Z' });
    await scene.world.advance(86_400_000 - 3_600_000);
    expect(types(scene.events)).not.toContain('sessionended');
    expect(scene.optIn.getSnapshot().sessionExpiresAt?.toISOString()).toBe('2026-11-25T20:00:00.000Z');
  });

  it('replaces "tomorrow" by "today" when the page is visible again', async () => {
    const scene = live();
    scene.server.status = connected;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.stream.send(connected);
    await scene.world.advance(12 * 3_600_000);
    await scene.world.hide();
    await scene.world.show();
    expect(scene.optIn.getSnapshot().view.status?.text).toEqual(['You are connected until 14:05']);
  });

  it('resumes a session that a new message has opened', async () => {
    const scene = live();
    scene.server.status = connected;
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    scene.stream.send(connected);
    await scene.world.advance(86_400_000);
    scene.server.status = status('connected', { sessionExpiresAt: '2026-11-26T11:00:00.000Z' });
    await scene.world.hide();
    await scene.world.show();
    expect(scene.optIn.getSnapshot().view.status?.text).toEqual(['You are connected until 14:00 tomorrow']);
  });

  it('answers refresh when the state is in the snapshot', async () => {
    const scene = live({ optIn: CREATED });
    scene.server.status = connected;
    await scene.optIn.refresh();
    expect(scene.optIn.getSnapshot().state).toBe('connected');
  });

  it('never rejects a refresh', async () => {
    const scene = live({ optIn: CREATED });
    scene.world.answer = () => Promise.reject(new TypeError('offline'));
    await expect(scene.optIn.refresh()).resolves.toBeUndefined();
  });

  it('leaves no timer, listener or request behind', async () => {
    const { world, optIn } = live();
    optIn.subscribe(() => {});
    await world.advance(0);
    optIn.destroy();
    optIn.destroy();
    await world.advance(0);
    expect([world.timersPending(), world.listenersCount()]).toEqual([0, 0]);
    expect(world.requests.filter(({ url, signal }) => url.endsWith('/stream') && !signal?.aborted)).toEqual([]);
  });

  it('catches exceptions of the host', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const boom = () => {
      throw new Error('boom');
    };
    const { world, optIn } = live({ onEvent: boom });
    optIn.subscribe(boom);
    await world.advance(0);
    optIn.open();
    optIn.decline();
    optIn.restart();
    optIn.setOptions({ locale: 'ar' });
    optIn.destroy();
    expect(optIn.getSnapshot().state).toBe('idle');
    expect(logged).toHaveBeenCalled();
  });

  it('ignores an answer in another shape', async () => {
    const scene = live();
    scene.optIn.subscribe(() => {});
    await scene.world.advance(0);
    for (const odd of [null, {}, { state: 'elated' }, { state: 'toString' }, 7]) scene.stream.send(odd);
    await scene.world.advance(0);
    expect(scene.optIn.getSnapshot().state).toBe('idle');
  });
});
