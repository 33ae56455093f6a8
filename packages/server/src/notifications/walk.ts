import type { Reason } from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import type { DeliveryDesk } from '../deliveries/delivery-desk.js';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import type { ChannelResult } from './channels.js';
import { judgeWalk } from './notification-document.js';
import type { Notice, NoticeContent } from './notice.js';
import type { DueWalk, Recipient, StoredAttempt, Stretch } from './notification-store.js';
import type { TierPolicy } from './policy.js';
import { MAX_TRIES, retryDelayMs } from './retry.js';
import { channelOf, createSenders, type SenderParts } from './senders.js';
import { PLANS, type SendingTier, type TierSettings } from './tiers.js';

export interface WalkerParts extends SenderParts {
  organizations: OrganizationStore;
  deliveries: DeliveryDesk;
  /** The walk goes on by itself in so many milliseconds. */
  onDueIn(delayMs: number): void;
  /** 0 ≤ x < 1 */
  random(): number;
}

export interface Walker {
  /**
   * Tries the tiers in order until a vendor accepts. Every try is a row before its call. With the `id` of one that is
   * stored already it tries nothing. @returns the notification's id.
   */
  walk(notice: Notice, recipient: Recipient, tiers: readonly SendingTier[], id?: string | null): Promise<string>;
  /** Goes on where a status failed or a time has come; nothing, where another has done so. */
  resume(due: DueWalk, because: 'due' | 'failed'): Promise<void>;
  /** All that is due. @returns how many. */
  workDue(): Promise<number>;
  settingsFor(organization: Organization): TierSettings;
  /** The limit of a vendor that may be asked and does not take the text; `null`: each takes it. */
  exceededLimit(notice: Notice, recipient: Recipient, tiers: readonly SendingTier[]): number | null;
}

type Tried = Pick<StoredAttempt, 'tier' | 'status' | 'reason'>;

interface Leg {
  notificationId: string;
  step: number;
  notice: Notice;
  recipient: Recipient;
  tiers: readonly SendingTier[];
  /** What was tried before this leg. */
  before: readonly Tried[];
  /** Past the deadline: every tier is skipped. */
  expired: boolean;
}

const BATCH = 20;
const DEADLINE_OF_A_TEXT_SECONDS = 3600;

export function createWalker(parts: WalkerParts): Walker {
  const { store, organizations, channels, deliveries, settings } = parts;
  const senders = createSenders(parts);

  const settingsFor = (organization: Organization): TierSettings => ({
    pushAvailable:
      parts.push.kind === 'host' ? 'host' : parts.push.senderOf(organization.id) === null ? 'none' : 'built_in',
    whatsappEnabled: organization.whatsappEnabled,
    whatsappConnected: channelOf(channels, organization) !== null,
    sms: {
      ...settings.sms,
      enabled: settings.sms.enabled && parts.sms !== null,
      allowedCountries: organization.smsAllowedCountries ?? settings.sms.allowedCountries,
    },
    countryOf: settings.countryOf,
  });

  const policyOf = (notice: Notice, tier: SendingTier): TierPolicy => {
    const policy = notice.type === null ? null : settings.policies[notice.type].tiers[tier];
    // The host's own push tells at once how many devices it reached; nothing is heard from them later.
    const known = policy === null || (tier === 'push' && parts.push.kind === 'host');
    return known ? { successStatus: 'accepted', fallbackAfterSeconds: 0 } : policy;
  };

  const providerOf = (tier: SendingTier, organization: Organization): string => {
    if (tier === 'push') return parts.push.kind === 'host' ? 'host' : 'web-push';
    return tier === 'sms' ? (parts.sms?.name ?? 'sms') : (channelOf(channels, organization)?.provider ?? 'whatsapp');
  };

  const tryTier = async (leg: Leg, tier: SendingTier, number: number): Promise<ChannelResult | Reason> => {
    if (leg.expired) return 'expired';
    const plan = PLANS[tier](leg.recipient, leg.notice.type, settingsFor(leg.notice.organization));
    if (!plan.send) return plan.reason;
    const organizationId = leg.notice.organization.id;
    const key = { organizationId, notificationId: leg.notificationId, attemptId: uuidv7(), number };
    const result = await senders[tier](key, leg.notice, leg.recipient);
    if (typeof result === 'string') return result;
    const provider = providerOf(tier, leg.notice.organization);
    const recorded = await store.record(key, result, provider);
    if (result.failure !== null) {
      const businessNumber = leg.notice.organization.whatsappNumber;
      const { contact, phone } = leg.recipient;
      const contactId = contact?.id ?? null;
      const target = { tier, provider, contactId, businessNumber, phone: tier === 'sms' ? phone : null };
      await deliveries.actOn(organizationId, target, result.failure);
    }
    if (!recorded.statusesWait || result.providerMessageId === null) return { ...result, status: recorded.status };
    // The vendor's webhook was quicker than its answer.
    const status = await deliveries.applyWaiting(organizationId, provider, result.providerMessageId);
    return { ...result, status: status ?? recorded.status };
  };

  const walkLeg = async (leg: Leg): Promise<void> => {
    const organizationId = leg.notice.organization.id;
    const tried: Tried[] = [...leg.before];
    const skips: Stretch['skips'][number][] = [];
    let retry: { tier: SendingTier; number: number; afterMs: number | null } | null = null;
    const pause = async (
      rest: Pick<Stretch, 'settled' | 'tiersLeft' | 'waiting' | 'dueInMs'>,
      deliveredTo: string | null,
    ) => {
      const reachable = leg.recipient.contact !== null || leg.recipient.phone !== null;
      const stretch = { ...judgeWalk(tried, reachable), deliveredTo, skips, ...rest };
      await store.pause(organizationId, leg.notificationId, leg.step, stretch);
      if (rest.dueInMs !== null) parts.onDueIn(rest.dueInMs);
    };

    for (const [index, tier] of leg.tiers.entries()) {
      const earlier = leg.before.filter((attempt) => attempt.tier === tier);
      // A process died here: what it claimed may be out, and is never repeated; only a refusal is asked again.
      if (earlier.some(({ status }) => status !== 'failed')) continue;
      const number = earlier.length + 1;
      const result = await tryTier(leg, tier, number);
      if (typeof result === 'string') {
        skips.push({ tier, reason: result, number });
        tried.push({ tier, status: 'skipped', reason: result });
        continue;
      }
      tried.push({ tier, status: result.status, reason: result.reason });
      if (result.failure?.action === 'retry' && number < MAX_TRIES) {
        retry = { tier, number, afterMs: result.failure.retryAfterMs };
      }
      if (!REACHED.accepted.includes(result.status)) continue;
      const tiersLeft = leg.tiers.slice(index + 1);
      const { successStatus, fallbackAfterSeconds } = policyOf(leg.notice, tier);
      if (successStatus === 'accepted' || tiersLeft.length === 0 || REACHED[successStatus].includes(result.status)) {
        return pause({ settled: true, tiersLeft, waiting: null, dueInMs: null }, result.deliveredTo);
      }
      const waiting = { tier, for: successStatus };
      return pause({ settled: false, tiersLeft, waiting, dueInMs: fallbackAfterSeconds * 1000 }, result.deliveredTo);
    }
    const gone = leg.expired || leg.notice.kind !== 'ticket';
    if (retry === null || gone || tried.some(({ status }) => REACHED.accepted.includes(status))) {
      return pause({ settled: true, tiersLeft: [], waiting: null, dueInMs: null }, null);
    }
    // No tier took it, and one was only not there: it is asked again, while the notice is worth it.
    const dueInMs = retryDelayMs(retry.number, retry.afterMs, parts.random());
    await pause({ settled: false, tiersLeft: [retry.tier], waiting: null, dueInMs }, null);
  };

  const windowOf = (organization: Organization) => ({
    businessNumber: organization.whatsappNumber,
    marginSeconds: settings.sessionMarginSeconds,
  });

  const walker: Walker = {
    settingsFor,
    exceededLimit(notice, recipient, tiers) {
      const tierSettings = settingsFor(notice.organization);
      const limits: Record<SendingTier, [text: string, limit: number | undefined]> = {
        // Cut where it is too long, at a grapheme: the device shows a few lines of it anyway.
        push: [notice.text, undefined],
        whatsapp: [notice.text, channelOf(channels, notice.organization)?.vendor.maxTextLength],
        sms: [notice.smsText, parts.sms?.maxTextLength],
      };
      for (const tier of tiers) {
        const [text, limit = Infinity] = limits[tier];
        if (text.length > limit && PLANS[tier](recipient, notice.type, tierSettings).send) return limit;
      }
      return null;
    },
    async walk(notice, recipient, tiers, id) {
      const organizationId = notice.organization.id;
      const notificationId = id ?? uuidv7();
      const { dir, title, text, smsText } = notice;
      const begun = await store.begin({
        organizationId,
        notificationId,
        kind: notice.kind,
        type: notice.type,
        ticketId: recipient.ticketId,
        contactId: recipient.contact?.id ?? null,
        locale: notice.locale,
        content: { dir, title, text, smsText },
        tiers,
        deadlineSeconds:
          notice.type === null ? DEADLINE_OF_A_TEXT_SECONDS : settings.policies[notice.type].deadlineSeconds,
      });
      if (begun) await walkLeg({ notificationId, step: 0, notice, recipient, tiers, before: [], expired: false });
      return notificationId;
    },

    async resume({ organizationId, notificationId, step, waitingTier, failedTier }, because) {
      const organization = await organizations.find(organizationId);
      const taken = await store.takeUp(organizationId, notificationId, step, because);
      if (organization === null || taken === null) return;
      if (waitingTier === 'push') await store.markUnacknowledged(organizationId, notificationId);
      const { kind, type, locale, content, ticketId, tiersLeft, expired } = taken;
      const recipient =
        ticketId === null
          ? null
          : await store.loadTicketRecipient(organizationId, ticketId, type, windowOf(organization));
      const before = (await store.find(organizationId, notificationId))?.attempts ?? [];
      // Acknowledged between its timer and this: they have it, and nothing more is tried.
      const reached = before.some(({ status }) => REACHED.delivered.includes(status));
      await walkLeg({
        notificationId,
        step: taken.step,
        notice: { organization, kind, type, locale, ...(content ?? NO_CONTENT) },
        // A ticket that is gone meanwhile leaves nobody to be told.
        recipient: recipient ?? NOBODY,
        // A failure may come before the run that made the try has stored what is left.
        tiers: reached ? [] : tiersLeft.slice(failedTier === null ? 0 : tiersLeft.indexOf(failedTier) + 1),
        before,
        expired: expired || content === null,
      });
    },

    async workDue() {
      const due = await store.due(BATCH);
      await Promise.all(
        due.map((walk) =>
          walker.resume(walk, 'due').catch(async (error: unknown) => {
            // One that cannot go on holds no other up.
            const name = error instanceof Error ? error.name : 'unknown';
            parts.log.error({ notificationId: walk.notificationId, error: name }, 'a walk could not go on');
            await store.failWalk(walk.organizationId, walk.notificationId, name);
          }),
        ),
      );
      return due.length;
    },
  };
  return walker;
}

/** Statuses that count as each success. */
const REACHED: Record<TierPolicy['successStatus'], readonly string[]> = {
  accepted: ['accepted', 'sent', 'delivered', 'read'],
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
};

const NO_CONTENT: NoticeContent = { dir: 'ltr', title: '', text: '', smsText: '' };

const NOBODY: Recipient = {
  ticketId: null,
  ticketNumber: '',
  departmentName: null,
  locales: [],
  phone: null,
  contact: null,
  phoneOptedOut: false,
  pushSubscriptions: [],
  pageUrl: null,
  channelPaused: false,
  quiet: false,
  templates: {},
};
