import type { Reason } from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import { drain } from '../batches/drain.js';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import type { SendResult } from './send-result.js';
import type { SendFollowUp } from './failed-send.js';
import { summarizeAttempts } from './notification-document.js';
import type { NotificationMessage, NotificationContent } from './notification-message.js';
import type {
  ClaimedRun,
  DueRun,
  FailedRun,
  NewRun,
  Recipient,
  RunProgress,
  StoredAttempt,
  StoredNotification,
} from './notification-store.js';
import { REACHED } from './policy.js';
import { countTries, retryDelayMs } from './retry.js';
import { createPushSend } from './send-push.js';
import { createSmsSend } from './send-sms.js';
import { createWhatsAppSend } from './send-whatsapp.js';
import type { Send, SenderDependencies } from './sender.js';
import { createTierConditions } from './tier-conditions.js';
import { PLANS, type SendingTier, type TierSettings } from './tiers.js';

export interface DispatcherParts extends SenderDependencies {
  organizations: OrganizationStore;
  deliveries: SendFollowUp;
  /** Called with the delay until the run continues, in milliseconds. */
  onDueIn(delayMs: number): void;
  /** 0 ≤ x < 1 */
  random(): number;
  /** @default 128 */
  dueAtOnce?: number | undefined;
}

export interface Dispatcher {
  /**
   * Tries the tiers in order until a vendor accepts. Each attempt is a committed row before its call. With the `id` of a
   * stored notification it sends nothing. @returns the notification as it stands.
   */
  dispatch(
    message: NotificationMessage,
    recipient: Recipient,
    tiers: readonly SendingTier[],
    id?: string | null,
  ): Promise<StoredNotification>;
  /** Continues after a status. Does nothing where another process has continued. */
  resume(run: FailedRun): Promise<void>;
  /** Continues all due runs, or those that it has begun with when `stopping` aborts. @returns their count. */
  processDue(stopping?: AbortSignal): Promise<number>;
  settingsFor(organization: Organization): TierSettings;
  /** The first limit, in characters, that the text exceeds; `null`: every vendor takes it. */
  exceededLimit(message: NotificationMessage, recipient: Recipient, tiers: readonly SendingTier[]): number | null;
}

type TriedAttempt = Pick<StoredAttempt, 'tier' | 'status' | 'reason'>;
type EarlierAttempt = TriedAttempt & Pick<StoredAttempt, 'errorCode'>;

interface DispatchRun {
  notificationId: string;
  version: number;
  /** What is to be stored first; `null`: it is. */
  begins: NewRun | null;
  message: NotificationMessage;
  recipient: Recipient;
  tiers: readonly SendingTier[];
  /** Attempts of earlier runs of this notification. */
  before: readonly EarlierAttempt[];
  /** Past the deadline: every tier is skipped. */
  expired: boolean;
}

/** Due runs under way in one process: what waits for its turn at a vendor waits less than a limiter allows. */
const DUE_AT_ONCE = 128;

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, organizations, deliveries, settings } = parts;
  const senders: Record<SendingTier, Send> = {
    push: createPushSend(parts),
    whatsapp: createWhatsAppSend(parts),
    sms: createSmsSend(parts),
  };

  const { settingsFor, accountOf, policyOf, providerOf, deadlineSecondsOf } = createTierConditions(parts);

  /** `false`: its id is stored already. */
  const begin = async (run: DispatchRun): Promise<boolean> => {
    const { begins } = run;
    run.begins = null;
    return begins === null || store.begin(begins);
  };

  const tryTier = async (
    run: DispatchRun,
    tier: SendingTier,
    number: number,
  ): Promise<SendResult | Reason | 'stored_before'> => {
    if (run.expired) return 'expired';
    const plan = PLANS[tier](run.recipient, run.message.type, settingsFor(run.message.organization));
    if (!plan.send) return plan.reason;
    const organizationId = run.message.organization.id;
    const key = { organizationId, notificationId: run.notificationId, attemptId: uuidv7(), number };
    // A paid tier may wait for its turn: the run is stored before.
    const begins = tier === 'push' ? run.begins : null;
    if (begins === null && !(await begin(run))) return 'stored_before';
    run.begins = null;
    const result = await senders[tier](key, run.message, run.recipient, begins);
    if (typeof result === 'string') return result;
    const provider = providerOf(tier, run.message.organization);
    const recorded = await store.record(key, result, provider);
    if (result.failure !== null) {
      const businessNumber = run.message.organization.whatsappNumber;
      const target = { attemptId: key.attemptId, tier, provider, businessNumber };
      await deliveries.actOn(organizationId, target, result.failure);
    }
    if (!recorded.statusesWait || result.providerMessageId === null) return { ...result, status: recorded.status };
    // The vendor's webhook arrived before its answer.
    const status = await deliveries.applyWaiting(organizationId, provider, result.providerMessageId);
    return { ...result, status: status ?? recorded.status };
  };

  /** @returns the notification as it stands; `null`: another has stored or overtaken it. */
  const executeRun = async (run: DispatchRun): Promise<StoredNotification | null> => {
    const organizationId = run.message.organization.id;
    const tried: TriedAttempt[] = [...run.before];
    const skips: RunProgress['skips'][number][] = [];
    let retry: { tier: SendingTier; tries: number; afterMs: number | null } | null = null;
    const save = async (
      rest: Pick<RunProgress, 'settled' | 'tiersLeft' | 'waiting' | 'dueInMs'>,
      deliveredTo: string | null,
    ) => {
      const reachable = run.recipient.contact !== null || run.recipient.phone !== null;
      const progress = { ...summarizeAttempts(tried, reachable), deliveredTo, skips, ...rest };
      if (!(await begin(run))) return null;
      const stored = await store.saveProgress(organizationId, run.notificationId, run.version, progress);
      if (rest.dueInMs !== null) parts.onDueIn(rest.dueInMs);
      return stored;
    };

    for (const [index, tier] of run.tiers.entries()) {
      const earlier = run.before.filter((attempt) => attempt.tier === tier);
      // A process died here: its attempt may have been sent, so only a failed one is repeated.
      if (earlier.some(({ status }) => status !== 'failed')) continue;
      const number = earlier.length + 1;
      const result = await tryTier(run, tier, number);
      if (result === 'stored_before') return null;
      if (typeof result === 'string') {
        skips.push({ tier, reason: result, number });
        tried.push({ tier, status: 'skipped', reason: result });
        continue;
      }
      tried.push({ tier, status: result.status, reason: result.reason });
      if (result.failure?.action === 'retry') {
        retry = { tier, tries: countTries([...earlier, result]), afterMs: result.failure.retryAfterMs };
      }
      if (!REACHED.accepted.includes(result.status)) continue;
      const tiersLeft = run.tiers.slice(index + 1);
      const { successStatus, fallbackAfterSeconds } = policyOf(run.message, tier);
      if (successStatus === 'accepted' || tiersLeft.length === 0 || REACHED[successStatus].includes(result.status)) {
        return save({ settled: true, tiersLeft, waiting: null, dueInMs: null }, result.deliveredTo);
      }
      const waiting = { tier, for: successStatus };
      return save({ settled: false, tiersLeft, waiting, dueInMs: fallbackAfterSeconds * 1000 }, result.deliveredTo);
    }
    const gone = run.expired || run.message.kind !== 'ticket';
    if (retry === null || gone || tried.some(({ status }) => REACHED.accepted.includes(status))) {
      return save({ settled: true, tiersLeft: [], waiting: null, dueInMs: null }, null);
    }
    // Every tier failed, and one vendor was unavailable: try it again until the deadline.
    const worthForMs = deadlineSecondsOf(run.message.type) * 1000;
    const dueInMs = retryDelayMs(Math.max(1, retry.tries), retry.afterMs, parts.random(), worthForMs);
    return save({ settled: false, tiersLeft: [retry.tier], waiting: null, dueInMs }, null);
  };

  const continueRun = async (run: ClaimedRun, failedTier: SendingTier | null, leaseOver = false): Promise<void> => {
    const { organizationId, notificationId, kind, type, locale, content, ticketId, tiersLeft, expired } = run;
    const [loaded, stored] = await Promise.all([
      ticketId === null
        ? null
        : store.loadTicketRecipient(organizationId, ticketId, type, settings.sessionMarginSeconds),
      store.find(organizationId, notificationId),
    ]);
    const organization = loaded?.organization ?? (await organizations.find(organizationId));
    if (organization === null) return;
    const claimed = stored?.attempts.some(({ status }) => status === 'claimed') ?? false;
    if (claimed && leaseOver) await store.markLost(organizationId, notificationId);
    const before = (stored?.attempts ?? []).map((one) => (one.status === 'claimed' ? { ...one, ...LOST } : one));
    // A device has acknowledged it since the timer fired: send nothing more.
    const reached = before.some(({ status }) => REACHED.delivered.includes(status));
    await executeRun({
      notificationId,
      version: run.version,
      begins: null,
      message: { organization, kind, type, locale, ...(content ?? NO_CONTENT) },
      // The ticket is gone: there is no recipient.
      recipient: loaded?.recipient ?? NOBODY,
      // The failure may arrive before the first run has stored the tiers that are left.
      tiers: reached ? [] : tiersLeft.slice(failedTier === null ? 0 : tiersLeft.indexOf(failedTier) + 1),
      before,
      expired: expired || content === null,
    });
  };

  const dispatcher: Dispatcher = {
    settingsFor,
    exceededLimit(message, recipient, tiers) {
      const tierSettings = settingsFor(message.organization);
      const limits: Record<SendingTier, [text: string, limit: number | undefined]> = {
        // A push is cut at a grapheme: the device shows a few lines anyway.
        push: [message.text, undefined],
        whatsapp: [message.text, accountOf(message.organization)?.vendor.maxTextLength],
        sms: [message.smsText, parts.sms?.maxTextLength],
      };
      for (const tier of tiers) {
        const [text, limit = Infinity] = limits[tier];
        if (text.length > limit && PLANS[tier](recipient, message.type, tierSettings).send) return limit;
      }
      return null;
    },
    async dispatch(message, recipient, tiers, id) {
      const organizationId = message.organization.id;
      const notificationId = id ?? uuidv7();
      const { dir, title, text, smsText, actions } = message;
      const begins: NewRun = {
        organizationId,
        notificationId,
        kind: message.kind,
        type: message.type,
        ticketId: recipient.ticketId,
        contactId: recipient.contact?.id ?? null,
        locale: message.locale,
        content: { dir, title, text, smsText, ...(actions && { actions }) },
        answers: message.answers ?? null,
        tiers,
        deadlineSeconds: deadlineSecondsOf(message.type),
      };
      const run = { notificationId, version: 0, begins, message, recipient, tiers, before: [], expired: false };
      const stored = (await executeRun(run)) ?? (await store.find(organizationId, notificationId));
      if (stored === null) throw new Error('A notification that was just stored is missing.');
      return stored;
    },

    async resume({ organizationId, notificationId, version, failedTier }) {
      const taken = await store.claimRun(organizationId, notificationId, version);
      if (taken !== null) await continueRun(taken, failedTier);
    },

    processDue: (stopping) =>
      drain<DueRun>(
        {
          take: (limit, full) => store.takeDue(limit, full),
          groupOf: ({ organizationId }) => organizationId,
          atOnce: parts.dueAtOnce ?? DUE_AT_ONCE,
          async work(run) {
            try {
              if (run.waitingTier === 'push') await store.markUnacknowledged(run.organizationId, run.notificationId);
              await continueRun(run, null, true);
            } catch (error) {
              // A failure does not block the others.
              const name = error instanceof Error ? error.name : 'unknown';
              parts.log.error({ notificationId: run.notificationId, error: name }, 'a dispatch failed');
              await store.failRun(run.organizationId, run.notificationId, name).catch(() => undefined);
            }
          },
        },
        stopping,
      ),
  };
  return dispatcher;
}

/** What a claimed attempt is to a run that finds it: its vendor may have been called. */
const LOST = { status: 'unknown', reason: 'unknown_outcome' } as const;

const NO_CONTENT: NotificationContent = { dir: 'ltr', title: '', text: '', smsText: '' };

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
  paused: false,
  templates: {},
};
