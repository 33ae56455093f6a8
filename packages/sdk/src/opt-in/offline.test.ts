import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../locales/catalogues.js';
import { SUPPORTED_LOCALES } from '../locales/locales.js';
import {
  PHONE_USER_AGENT,
  createFakePlatform,
  createFakeStream,
  jsonResponse,
  type FakePlatform,
} from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import type { OptIn, OptInOptions } from './opt-in.js';
import { plainText } from './rich-text.js';

const OFFLINE = "You're offline. This page updates when you're back.";
const CREATED = { id: 'opt-in-1', clientToken: 'token', companyNumber: '+966511111111', state: 'idle' };
const STATUS = { id: 'opt-in-1', state: 'waiting', expiresAt: '2026-11-24T12:05:00.000Z' };

/** A page with a server, of which nothing comes through while the page is offline. */
function page(options: OptInOptions = {}): { world: FakePlatform; optIn: OptIn; server: { state: string } } {
  const world = createFakePlatform({ userAgent: PHONE_USER_AGENT });
  const server = { state: 'waiting' };
  world.answer = ({ url }) => {
    if (!world.online) throw new TypeError('offline');
    if (url.endsWith('/opt-ins')) return jsonResponse({ ...CREATED, expiresAt: STATUS.expiresAt }, 201);
    const status = { ...STATUS, state: server.state };
    if (!url.endsWith('/stream')) return jsonResponse(status);
    const stream = createFakeStream();
    stream.send(status);
    return stream.response;
  };
  const optIn = createOptIn({ phone: '+966500000000', server: 'https://api.example', platform: world, ...options });
  optIn.subscribe(() => {});
  return { world, optIn, server };
}
const statusOf = (optIn: OptIn) => plainText(optIn.getSnapshot().view.status?.text ?? []);

describe('a page that is offline', () => {
  it('shows it while it waits, and asks for the state once it is back online', async () => {
    const { world, optIn, server } = page();
    await world.advance(0);
    optIn.open();
    await world.setOnline(false);
    expect([statusOf(optIn), optIn.getSnapshot().view.status?.tone]).toEqual([OFFLINE, 'warning']);
    server.state = 'connected';
    await world.setOnline(true);
    expect(optIn.getSnapshot().state).toBe('connected');
  });

  it('shows it before the tap, and removes it once it is back online', async () => {
    const { world, optIn } = page();
    world.answer = () => new Promise(() => {});
    await world.setOnline(false);
    expect(statusOf(optIn)).toBe(OFFLINE);
    await world.setOnline(true);
    expect(optIn.getSnapshot().view.status).toBeNull();
  });

  it('shows it from the start', async () => {
    const world = createFakePlatform({ userAgent: PHONE_USER_AGENT });
    world.online = false;
    const optIn = createOptIn({ server: 'https://api.example', platform: world });
    optIn.subscribe(() => {});
    expect(statusOf(optIn)).toBe(OFFLINE);
  });

  it('shows it if the server could not be reached', async () => {
    const { world, optIn } = page({ phone: undefined });
    await world.setOnline(false);
    optIn.restart();
    await world.advance(60_000);
    expect([optIn.getSnapshot().state, statusOf(optIn)]).toEqual(['failed', OFFLINE]);
  });

  it('keeps the end of the session in sight once it is connected', async () => {
    const { world, optIn } = page({ testState: 'connected' });
    await world.setOnline(false);
    expect(statusOf(optIn)).toBe('You are connected until 14:05 tomorrow');
  });

  it('shows no status about it without a server', async () => {
    const { world, optIn } = page({ server: undefined });
    await world.setOnline(false);
    expect(optIn.getSnapshot().view.status).toBeNull();
    optIn.open();
    expect(statusOf(optIn)).toBe('Once you have pressed Send, your updates come on WhatsApp.');
  });

  it('is no page of the reader at a kiosk', async () => {
    const { world, optIn } = page({ display: 'kiosk', testState: 'idle' });
    await world.setOnline(false);
    expect(statusOf(optIn)).toBe("We can't show live status right now. You can still send the message.");
  });

  it.each(SUPPORTED_LOCALES)('shows it in %s', async (locale) => {
    const { world, optIn } = page({ locale, testState: 'waiting' });
    await world.setOnline(false);
    expect(statusOf(optIn)).toBe(CATALOGUES[locale].prompt.offline);
  });
});
