import { createHash } from 'node:crypto';
import type { NotificationType, Reason } from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Channels } from '../inbound/channel.js';
import type { Organization } from '../organizations/organization.js';
import type { HostPushSender, PushMessage, PushSender } from '../providers/push-sender.js';
import type { SmsProvider } from '../providers/sms-provider.js';
import type { PushStore } from '../push/push-store.js';
import { sendByHost, sendBySms, sendByWebPush, sendByWhatsApp, type ChannelResult } from './channels.js';
import { judgeWalk } from './notification-document.js';
import type { Notice } from './notice.js';
import type { AttemptKey, NotificationStore, Recipient, StoredAttempt } from './notification-store.js';
import { PLANS, type SendingTier, type TierSettings } from './tiers.js';

export interface WalkerParts {
  store: NotificationStore;
  pushStore: PushStore;
  channels: Channels;
  /** The built-in senders by organization, or the host's own. */
  push:
    { kind: 'host'; send: HostPushSender } | { kind: 'built_in'; senderOf(organizationId: string): PushSender | null };
  sms: SmsProvider | null;
  settings: {
    sessionMarginSeconds: number;
    sms: TierSettings['sms'] & { dailyLimit: number };
    countryOf: TierSettings['countryOf'];
  };
}

export interface Walker {
  /** Tries the tiers in order until a vendor accepts. Every try is a row before its call. @returns the notification's id. */
  walk(notice: Notice, recipient: Recipient, tiers: readonly SendingTier[]): Promise<string>;
  settingsFor(organization: Organization): TierSettings;
}

/** A call to the counter is worthless after minutes; other notices keep a little longer. */
const PUSH_TTL_SECONDS: Record<NotificationType, number> = {
  ticket_created: 3600,
  position_update: 600,
  almost_your_turn: 600,
  your_turn: 300,
  session_expiring: 3600,
  critical: 900,
};
const URGENT: readonly (NotificationType | null)[] = ['your_turn', 'almost_your_turn', 'critical'];

type Tried = Pick<StoredAttempt, 'tier' | 'status' | 'reason'>;

export function createWalker(parts: WalkerParts): Walker {
  const { store, channels, settings } = parts;
  const settingsFor = (organization: Organization): TierSettings => ({
    pushAvailable:
      parts.push.kind === 'host' ? 'host' : parts.push.senderOf(organization.id) === null ? 'none' : 'built_in',
    whatsappEnabled: organization.whatsappEnabled,
    whatsappConnected: channelOf(organization) !== null,
    sms: { ...settings.sms, enabled: settings.sms.enabled && parts.sms !== null },
    countryOf: settings.countryOf,
  });
  const channelOf = (organization: Organization) =>
    organization.whatsappNumber === null ? null : channels.find(organization.id, organization.whatsappNumber);

  /** Claims and sends; a reason instead of a result: the claim refused, nothing was sent. */
  const attempt: Record<
    SendingTier,
    (key: AttemptKey, notice: Notice, recipient: Recipient) => Promise<ChannelResult | Reason>
  > = {
    async push(key, notice, recipient) {
      if (parts.push.kind === 'host') {
        await store.claimPush(key, 'host');
        return sendByHost(parts.push.send, {
          id: key.notificationId,
          organizationId: key.organizationId,
          ticketId: recipient.ticketId ?? '',
          ticketNumber: recipient.ticketNumber,
          type: notice.type ?? 'critical',
          title: notice.title,
          message: notice.text,
          locale: notice.locale,
        });
      }
      const sender = parts.push.senderOf(key.organizationId);
      if (sender === null) return 'no_push_subscription';
      await store.claimPush(key, 'web-push');
      const input = { sender, store: parts.pushStore, organizationId: key.organizationId };
      return sendByWebPush(input, recipient, toPushMessage(key.notificationId, notice, recipient));
    },
    async whatsapp(key, notice, recipient) {
      const channel = channelOf(notice.organization);
      if (channel === null || recipient.contact === null) return 'provider_unavailable';
      const { businessNumber, provider } = channel;
      const window = { businessNumber, marginSeconds: settings.sessionMarginSeconds };
      const refused = await store.claimWhatsApp(key, recipient.contact.id, provider, window);
      return (
        refused ??
        sendByWhatsApp(channel, recipient, {
          text: notice.text,
          attemptId: key.attemptId,
          urgent: URGENT.includes(notice.type),
        })
      );
    },
    async sms(key, notice, recipient) {
      if (parts.sms === null || recipient.phone === null) return 'sms_disabled';
      const refused = await store.claimSms(key, {
        provider: parts.sms.name,
        phone: recipient.phone,
        contactId: recipient.contact?.id ?? null,
        text: notice.smsText,
        type: notice.type ?? 'critical',
        ticketId: recipient.ticketId,
        dailyLimit: settings.sms.dailyLimit,
        timeZone: notice.organization.timeZone,
      });
      return refused ?? sendBySms(parts.sms, { to: recipient.phone, text: notice.smsText, attemptId: key.attemptId });
    },
  };

  return {
    settingsFor,
    async walk(notice, recipient, tiers) {
      const organizationId = notice.organization.id;
      const notificationId = uuidv7();
      await store.begin({
        organizationId,
        notificationId,
        kind: notice.kind,
        type: notice.type,
        ticketId: recipient.ticketId,
        contactId: recipient.contact?.id ?? null,
        locale: notice.locale,
      });
      const tierSettings = settingsFor(notice.organization);
      const tried: Tried[] = [];
      const skips: { tier: SendingTier; reason: Reason }[] = [];
      let deliveredTo: string | null = null;
      for (const tier of tiers) {
        const plan = PLANS[tier](recipient, notice.type, tierSettings);
        const key = { organizationId, notificationId, attemptId: uuidv7() };
        const result = plan.send ? await attempt[tier](key, notice, recipient) : plan.reason;
        if (typeof result === 'string') {
          skips.push({ tier, reason: result });
          tried.push({ tier, status: 'skipped', reason: result });
          continue;
        }
        await store.record(key, result);
        tried.push({ tier, status: result.status, reason: result.reason });
        if (result.status === 'accepted') {
          deliveredTo = result.deliveredTo;
          break;
        }
      }
      const reachable = recipient.contact !== null || recipient.phone !== null;
      await store.settle(organizationId, notificationId, { ...judgeWalk(tried, reachable), deliveredTo, skips });
      return notificationId;
    },
  };
}

function toPushMessage(notificationId: string, notice: Notice, recipient: Recipient): PushMessage {
  return {
    notificationId,
    title: notice.title,
    body: notice.text,
    lang: notice.locale,
    dir: notice.dir,
    url: recipient.pageUrl,
    // One undelivered notice a ticket is enough. Push services take at most 32 letters and digits.
    topic: createHash('sha256').update(`${notice.organization.id}\n${recipient.ticketId}`).digest('hex').slice(0, 32),
    ttlSeconds: PUSH_TTL_SECONDS[notice.type ?? 'critical'],
    urgency: URGENT.includes(notice.type) ? 'high' : 'normal',
  };
}
