import { describe, expect, it } from 'vitest';
import type { Recipient } from './notification-store.js';
import { PLANS, type SendingTier, type TierSettings } from './tiers.js';

const recipient: Recipient = {
  ticketId: 't',
  ticketNumber: 'A001',
  departmentName: null,
  locales: [],
  phone: '+966500000000',
  contact: { id: 'c', identities: [], optedOut: false, unreachable: false, sessionOpen: true },
  phoneOptedOut: false,
  pushSubscriptions: [{ id: 's', endpoint: 'https://push.example', p256dh: 'p', auth: 'a' }],
  pageUrl: null,
  channelPaused: false,
  quiet: false,
  paused: false,
  templates: {},
};
const contact = { id: 'c', identities: [], optedOut: false, unreachable: false, sessionOpen: true };
const settings: TierSettings = {
  pushAvailable: 'built_in',
  whatsappEnabled: true,
  whatsappConnected: true,
  sms: { enabled: true, fallbackEnabled: true, criticalOnly: true, allowedCountries: ['SA'] },
  countryOf: () => 'SA',
};
const sms = settings.sms;

/** tier, what differs from a recipient whom every tier reaches, and the reason of the skip. */
const SKIPS: [SendingTier, Partial<Recipient>, Partial<TierSettings>, string][] = [
  ['push', { pushSubscriptions: [] }, {}, 'no_push_subscription'],
  ['push', {}, { pushAvailable: 'none' }, 'no_push_subscription'],
  ['whatsapp', {}, { whatsappEnabled: false }, 'whatsapp_disabled'],
  ['whatsapp', {}, { whatsappConnected: false }, 'provider_unavailable'],
  ['whatsapp', { channelPaused: true }, {}, 'provider_unavailable'],
  ['whatsapp', { contact: null, phone: null }, {}, 'no_phone'],
  ['whatsapp', { contact: null }, {}, 'no_active_session'],
  ['whatsapp', { contact: { ...contact, optedOut: true } }, {}, 'opted_out'],
  ['whatsapp', { contact: { ...contact, sessionOpen: false } }, {}, 'no_active_session'],
  ['whatsapp', { contact: { ...contact, unreachable: true } }, {}, 'whatsapp_failed'],
  ['sms', {}, { sms: { ...sms, enabled: false } }, 'sms_disabled'],
  ['sms', {}, { sms: { ...sms, fallbackEnabled: false } }, 'sms_disabled'],
  ['sms', { phone: null }, {}, 'no_phone'],
  ['sms', { phoneOptedOut: true }, {}, 'opted_out'],
  ['sms', {}, { countryOf: () => 'US' }, 'sms_country'],
  ['sms', {}, { countryOf: () => null }, 'sms_country'],
  ['sms', {}, { sms: { ...sms, allowedCountries: [] } }, 'sms_country'],
];

describe('the plan of a tier', () => {
  it.each(['push', 'whatsapp', 'sms'] as const)('%s sends where nothing stands in the way', (tier) => {
    expect(PLANS[tier](recipient, 'your_turn', settings)).toEqual({ send: true });
  });

  it.each(SKIPS)('%s is skipped with %j %j: %s', (tier, person, changed, reason) => {
    const plan = PLANS[tier]({ ...recipient, ...person }, 'your_turn', { ...settings, ...changed });
    expect(plan).toEqual({ send: false, reason });
  });

  it.each(['ticket_created', 'position_update', 'almost_your_turn', 'session_expiring'] as const)(
    'an SMS about %s is not critical enough',
    (type) => {
      expect(PLANS.sms(recipient, type, settings)).toEqual({ send: false, reason: 'not_critical' });
    },
  );

  it("the host's own push is always asked, for only the host knows its devices", () => {
    expect(PLANS.push({ ...recipient, pushSubscriptions: [] }, null, { ...settings, pushAvailable: 'host' })).toEqual({
      send: true,
    });
  });

  it.each(['your_turn', 'critical'] as const)('%s passes the quiet hours', (type) => {
    for (const tier of ['push', 'whatsapp', 'sms'] as const) {
      expect(PLANS[tier]({ ...recipient, quiet: true }, type, settings)).toEqual({ send: true });
    }
  });

  it.each(['your_turn', 'critical', 'position_update', null] as const)(
    'a pause of the person holds %s back',
    (type) => {
      for (const tier of ['push', 'whatsapp'] as const) {
        expect(PLANS[tier]({ ...recipient, paused: true }, type, settings)).toEqual({
          send: false,
          reason: 'quiet_hours',
        });
      }
    },
  );

  it('other news does not', () => {
    const every = { ...settings, sms: { ...sms, criticalOnly: false } };
    for (const tier of ['push', 'whatsapp', 'sms'] as const) {
      expect(PLANS[tier]({ ...recipient, quiet: true }, 'position_update', every)).toEqual({
        send: false,
        reason: 'quiet_hours',
      });
    }
  });
});
