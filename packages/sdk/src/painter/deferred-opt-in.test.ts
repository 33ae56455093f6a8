import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OptInEvent, OptInOptions } from '../opt-in/opt-in.js';
import { PHONE_USER_AGENT, createFakePlatform, createFakeStorage, jsonResponse } from '../testing/index.js';
import ar from '../locales/ar.js';
import { learnWords } from './languages.js';
import { teach } from './words.js';
import { createDeferredOptIn } from './deferred-opt-in.js';

const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' };
const load = vi.fn(() => import('./live.js'));
const begin = (options: OptInOptions) => createDeferredOptIn(options, load);
const phone = () => createFakePlatform({ userAgent: PHONE_USER_AGENT });

beforeEach(() => load.mockClear());

describe('a deferred opt-in', () => {
  it('has its link at once, and loads nothing', async () => {
    const platform = phone();
    const optIn = begin({ ...CLINIC, platform });
    optIn.subscribe(() => {});
    await platform.advance(60_000);
    expect([optIn.isPaintable(), load.mock.calls.length]).toEqual([true, 0]);
    expect(optIn.getSnapshot().href).toMatch(/^https:\/\/wa\.me\/966500000000\?text=/);
    expect(platform.listenersCount()).toBe(0);
  });

  it('gives up the server once where the rest does not come, and keeps its link', async () => {
    const never = vi.fn(() => Promise.resolve(null));
    const optIn = createDeferredOptIn({ ...CLINIC, server: 'https://api.example', platform: phone() }, never);
    const listener = vi.fn();
    optIn.subscribe(listener);
    expect(await optIn.preload()).toBe(false);
    expect(optIn.getSnapshot().href).toMatch(/^https:\/\/wa\.me\//);
    expect(await optIn.preload()).toBe(false);
    expect([never.mock.calls.length, listener.mock.calls.length]).toEqual([2, 1]);
  });

  it('says once that it is ready, to its host and to the window', async () => {
    const platform = phone();
    const events: OptInEvent[] = [];
    const optIn = begin({ ...CLINIC, platform, onEvent: (event) => events.push(event) });
    optIn.subscribe(() => {});
    await optIn.preload();
    expect(events).toEqual([{ type: 'ready' }]);
    expect(platform.told).toEqual([{ type: 'whatsapp-optin:ready', detail: {} }]);
  });

  it('makes up for a tap as soon as the rest is there', async () => {
    const platform = phone();
    const optIn = begin({ ...CLINIC, platform });
    const listener = vi.fn();
    optIn.subscribe(listener);
    optIn.open();
    expect(await optIn.preload()).toBe(true);
    await Promise.resolve();
    expect(optIn.getSnapshot().view.heading).toBe('Now press Send in WhatsApp');
    expect(listener).toHaveBeenCalled();
  });

  it('asks the server at once where there is one', async () => {
    const platform = phone();
    platform.answer = () => jsonResponse({ code: 'WHATSAPP_DISABLED' }, 409);
    const optIn = begin({ server: 'https://api.example', ticketNumber: 'A001', platform });
    optIn.subscribe(() => {});
    expect(optIn.getSnapshot().view.link).toMatchObject({ href: null, busy: true });
    await optIn.preload();
    await platform.advance(0);
    expect(optIn.getSnapshot().state).toBe('failed');
  });

  it('draws nothing before it knows whether a customer who said no may be asked', async () => {
    const entries = new Map([['whatsapp-optin:dismissed', '{"tickets":["+966500000000 A001"],"count":1,"lastAt":0}']]);
    const platform = createFakePlatform({ userAgent: PHONE_USER_AGENT, storage: createFakeStorage(entries) });
    const optIn = begin({ ...CLINIC, platform });
    optIn.subscribe(() => {});
    expect(optIn.isPaintable()).toBe(false);
    await optIn.preload();
    expect([optIn.isPaintable(), optIn.getSnapshot().state]).toEqual([true, 'declined']);
  });

  it('changes its words before and after the rest has come', async () => {
    const optIn = begin({ ...CLINIC, platform: phone(), locale: 'en' });
    teach(learnWords('ar', ar));
    optIn.subscribe(() => {});
    optIn.setLocale('ar');
    expect(optIn.getSnapshot().view.dir).toBe('rtl');
    await optIn.preload();
    expect(optIn.getSnapshot().view.dir).toBe('rtl');
    optIn.setLocale('en');
    expect(optIn.getSnapshot().view.dir).toBe('ltr');
  });

  it('holds nothing once it has ended, whatever was still to come', async () => {
    const platform = phone();
    const optIn = begin({ ...CLINIC, server: 'https://api.example', platform });
    const leave = optIn.subscribe(() => {});
    void optIn.refresh();
    optIn.open();
    leave();
    optIn.destroy();
    await optIn.preload();
    await platform.advance(60_000);
    expect([platform.requests.length, platform.timersPending(), platform.listenersCount()]).toEqual([0, 0, 0]);
  });
});
