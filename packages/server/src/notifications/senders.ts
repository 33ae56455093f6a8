import { createHash } from 'node:crypto';
import type { NotificationType, Reason } from '@whatsapp-optin/sdk/contract';
import type { Channels, ConnectedChannel } from '../inbound/channel.js';
import type { Log } from '../log.js';
import type { Organization } from '../organizations/organization.js';
import type { Turnstile } from '../providers/pace.js';
import type { HostPushSender, PushMessage, PushSender } from '../providers/push-sender.js';
import type { SmsProvider } from '../providers/sms-provider.js';
import type { PushStore } from '../push/push-store.js';
import { readOutcome, sendByHost, sendBySms, sendByWebPush, sendByWhatsApp, type ChannelResult } from './channels.js';
import type { Notice } from './notice.js';
import type { AttemptKey, NotificationStore, Recipient } from './notification-store.js';
import type { NotificationPolicy } from './policy.js';
import { countSmsSegments } from './sms-segments.js';
import type { SendingTier, TierSettings } from './tiers.js';

export interface SenderParts {
  store: NotificationStore;
  pushStore: PushStore;
  channels: Channels;
  /** The built-in senders by organization, or the host's own. */
  push:
    { kind: 'host'; send: HostPushSender } | { kind: 'built_in'; senderOf(organizationId: string): PushSender | null };
  sms: SmsProvider | null;
  /** Shared by all organizations, as the account is. */
  smsTurnstile: Turnstile;
  log: Log;
  settings: {
    sessionMarginSeconds: number;
    sms: TierSettings['sms'] & { dailyLimit: number; centsPerSegment: number | null };
    countryOf: TierSettings['countryOf'];
    policies: Record<NotificationType, NotificationPolicy>;
  };
}

/** Claims one try and makes it; a reason instead of a result: the claim refused, nothing was sent. */
export type Send = (key: AttemptKey, notice: Notice, recipient: Recipient) => Promise<ChannelResult | Reason>;

/** At this share of the day's SMS somebody is told, once a day. */
const ALARM_SHARE = 0.8;

const URGENT: readonly (NotificationType | null)[] = ['your_turn', 'almost_your_turn', 'critical'];

export function channelOf(channels: Channels, organization: Organization): ConnectedChannel | null {
  return organization.whatsappNumber === null ? null : channels.find(organization.id, organization.whatsappNumber);
}

/** A tier's way out into the world, one entry a tier. */
export function createSenders({
  store,
  pushStore,
  channels,
  push,
  sms,
  smsTurnstile,
  log,
  settings,
}: SenderParts): Record<SendingTier, Send> {
  return {
    async push(key, notice, recipient) {
      if (push.kind === 'host') {
        return (
          (await store.claimPush(key, 'host')) ?? sendByHost(push.send, toHostNotification(key, notice, recipient))
        );
      }
      const sender = push.senderOf(key.organizationId);
      if (sender === null) return 'no_push_subscription';
      const refused = await store.claimPush(key, 'web-push');
      if (refused !== null) return refused;
      const ttlSeconds = notice.type === null ? 900 : settings.policies[notice.type].deadlineSeconds;
      const message = toPushMessage(key, notice, recipient, Math.min(ttlSeconds, 3600));
      return sendByWebPush({ sender, store: pushStore, organizationId: key.organizationId }, recipient, message);
    },
    async whatsapp(key, notice, recipient) {
      const channel = channelOf(channels, notice.organization);
      if (channel === null || recipient.contact === null) return 'provider_unavailable';
      const { businessNumber, provider } = channel;
      const window = { businessNumber, marginSeconds: settings.sessionMarginSeconds };
      const contactId = recipient.contact.id;
      const urgent = URGENT.includes(notice.type);
      return channel.turnstile.pass(contactId, async (full) => {
        const refused = await store.claimWhatsApp(key, contactId, provider, window);
        if (refused !== null) return refused;
        if (full !== null) return readOutcome({ status: 'failed', failure: full }, 'whatsapp_failed', '');
        return sendByWhatsApp(channel, recipient, { text: notice.text, attemptId: key.attemptId, urgent });
      });
    },
    async sms(key, notice, recipient) {
      if (sms === null || recipient.phone === null) return 'sms_disabled';
      const { segments } = countSmsSegments(notice.smsText);
      const dailyLimit = notice.organization.smsDailyLimit ?? settings.sms.dailyLimit;
      const { centsPerSegment } = settings.sms;
      const { phone } = recipient;
      return smsTurnstile.pass(phone, async (full) => {
        const { refused, usedToday } = await store.claimSms(key, {
          provider: sms.name,
          phone,
          contactId: recipient.contact?.id ?? null,
          text: notice.smsText,
          type: notice.type ?? 'critical',
          ticketId: recipient.ticketId,
          dailyLimit,
          timeZone: notice.organization.timeZone,
          segments,
          estimatedCents: centsPerSegment === null ? null : segments * centsPerSegment,
        });
        if (usedToday !== null && usedToday === Math.ceil(dailyLimit * ALARM_SHARE)) {
          log.warn({ organizationId: key.organizationId, usedToday, dailyLimit }, 'the daily limit of SMS is near');
        }
        if (refused !== null) return refused;
        if (full !== null) return readOutcome({ status: 'failed', failure: full }, 'sms_failed', phone);
        return sendBySms(sms, { to: phone, text: notice.smsText, attemptId: key.attemptId });
      });
    },
  };
}

function toHostNotification(key: AttemptKey, notice: Notice, recipient: Recipient) {
  return {
    id: key.notificationId,
    organizationId: key.organizationId,
    ticketId: recipient.ticketId ?? '',
    ticketNumber: recipient.ticketNumber,
    type: notice.type ?? 'critical',
    title: notice.title,
    message: notice.text,
    locale: notice.locale,
  };
}

function toPushMessage(key: AttemptKey, notice: Notice, recipient: Recipient, ttlSeconds: number): PushMessage {
  return {
    notificationId: key.notificationId,
    attemptId: key.attemptId,
    title: notice.title,
    body: notice.text,
    lang: notice.locale,
    dir: notice.dir,
    url: recipient.pageUrl,
    // One undelivered notice a ticket is enough. Push services take at most 32 letters and digits.
    topic: createHash('sha256').update(`${notice.organization.id}\n${recipient.ticketId}`).digest('hex').slice(0, 32),
    ttlSeconds,
    urgency: URGENT.includes(notice.type) ? 'high' : 'normal',
  };
}
