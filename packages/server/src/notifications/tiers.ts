import type { NotificationType, Reason, Tier } from '@whatsapp-optin/sdk/contract';
import type { Recipient } from './notification-store.js';
import { shouldSendSms } from './sms-message.js';

/** What the plans know besides the recipient. */
export interface TierSettings {
  pushAvailable: 'built_in' | 'host' | 'none';
  whatsappEnabled: boolean;
  whatsappConnected: boolean;
  sms: { enabled: boolean; fallbackEnabled: boolean; criticalOnly: boolean; allowedCountries: readonly string[] };
  /** ISO 3166 code of a phone; `null` where it belongs to none. */
  countryOf(phone: string): string | null;
}

/** A plan says send, or skip and why. It asks nobody and changes nothing; the claim has the last word. */
export type Plan = { send: true } | { send: false; reason: Reason };

const SEND: Plan = { send: true };
const skip = (reason: Reason): Plan => ({ send: false, reason });

/** A tier that can be tried; the fourth, `none`, is what is left when these are through. */
export type SendingTier = Exclude<Tier, 'none'>;

/** Tiers in the order in which they are tried. A new tier needs an entry here and a channel. */
export const SENDING_TIERS = ['push', 'whatsapp', 'sms'] as const satisfies readonly SendingTier[];

type Planner = (recipient: Recipient, type: NotificationType | null, settings: TierSettings) => Plan;

/** What does not wait for the morning. */
const PASSES_QUIET_HOURS: readonly (NotificationType | null)[] = ['your_turn', 'critical', null];

function isQuiet(recipient: Recipient, type: NotificationType | null): boolean {
  return recipient.paused || (recipient.quiet && !PASSES_QUIET_HOURS.includes(type));
}

export const PLANS: Record<SendingTier, Planner> = {
  push(recipient, type, settings) {
    if (isQuiet(recipient, type)) return skip('quiet_hours');
    if (settings.pushAvailable === 'host') return SEND;
    if (settings.pushAvailable === 'none' || recipient.pushSubscriptions.length === 0)
      return skip('no_push_subscription');
    return SEND;
  },
  whatsapp(recipient, type, settings) {
    if (isQuiet(recipient, type)) return skip('quiet_hours');
    if (!settings.whatsappEnabled) return skip('whatsapp_disabled');
    if (!settings.whatsappConnected || recipient.channelPaused) return skip('provider_unavailable');
    if (recipient.contact === null) return skip(recipient.phone === null ? 'no_phone' : 'no_active_session');
    if (recipient.contact.optedOut) return skip('opted_out');
    if (!recipient.contact.sessionOpen) return skip('no_active_session');
    return recipient.contact.unreachable ? skip('whatsapp_failed') : SEND;
  },
  sms(recipient, type, settings) {
    const { sms } = settings;
    if (!sms.enabled || !sms.fallbackEnabled) return skip('sms_disabled');
    if (type === null || !shouldSendSms(type, sms)) return skip('not_critical');
    if (isQuiet(recipient, type)) return skip('quiet_hours');
    if (recipient.phone === null) return skip('no_phone');
    if (recipient.phoneOptedOut) return skip('opted_out');
    const country = settings.countryOf(recipient.phone);
    return country !== null && sms.allowedCountries.includes(country) ? SEND : skip('sms_country');
  },
};
