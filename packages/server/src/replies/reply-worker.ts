import { v7 as uuidv7 } from 'uuid';
import type { WhatsAppAccounts } from '../accounts/whatsapp-account.js';
import { drain } from '../batches/drain.js';
import type { Log } from '../log.js';
import { sendClaimed, type Clocks } from '../notifications/send-claimed.js';
import { readOutcome } from '../notifications/send-result.js';
import { retryDelayMs } from '../notifications/retry.js';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import type { SendFailure } from '../providers/send-outcome.js';
import type { Translations } from '../translations/translations.js';
import type { OwedReply, ReplyStore } from './owed-reply.js';

/** Replies under way in one process: what waits for its turn at a vendor waits less than a limiter allows. */
const AT_ONCE = 128;

/** For how long a reply is tried where its vendor is unavailable, from its message on. The claim refuses the short ones after that. */
const WORTH_MS: Readonly<Record<OwedReply['kind'], number>> = {
  welcome: 3_600_000,
  opt_out_confirmation: 600_000,
  stop_question: 600_000,
};

export interface ReplyWorkerParts {
  store: ReplyStore;
  organizations: OrganizationStore;
  accounts: WhatsAppAccounts;
  translations: Translations;
  clocks: Clocks;
  log: Log;
  settings: { sessionDurationHours: number; sessionMarginSeconds: number };
  /** Address of the page that is the customer's own; `null`: there is none. */
  ownPageUrl(owner: { organizationId: string; contactId: string }): string | null;
  /** Called with the delay until the next try. */
  onPostponed(delayMs: number): void;
  /** 0 ≤ x < 1 */
  random(): number;
  /** @default 128 */
  atOnce?: number | undefined;
}

export interface ReplyWorker {
  /**
   * Sends all due replies, or those that it has begun with when `stopping` aborts. Safe to run in several processes at once.
   *
   * @returns how many replies it handled
   */
  processDue(stopping?: AbortSignal): Promise<number>;
}

export function createReplyWorker(parts: ReplyWorkerParts): ReplyWorker {
  const { store, organizations, accounts, translations, clocks, log, settings } = parts;

  const work = async (reply: OwedReply): Promise<void> => {
    const organization = await organizations.find(reply.organizationId);
    const account = accounts.find(reply.organizationId, reply.businessNumber);
    if (!organization || account === null) return store.drop(reply, 'no_channel');
    const locale = translations.closestLocale(reply.locale, organization.defaultLocale);
    const text = textOf(reply, organization, locale);
    if (text === null) return store.drop(reply, 'session_over');

    const attemptId = uuidv7();
    const { provider } = account;
    const marginSeconds = settings.sessionMarginSeconds;
    const claim = async () =>
      (await store.claim(reply, { attemptId, provider, locale, marginSeconds })) ? null : 'not_allowed';
    const send = async (full: SendFailure | null) => {
      if (full !== null) return full;
      return sendClaimed(clocks, claim, async () => {
        const message = { to: reply.identities, text, correlationId: attemptId, urgent: true };
        return readOutcome(await account.vendor.sendText(message), 'whatsapp_failed', '');
      });
    };
    const result = await account.rateLimiter.schedule(reply.contactId, send, { urgent: true });
    if (typeof result === 'string') return store.drop(reply, result);
    if ('action' in result) return postpone(reply, result.retryAfterMs);
    await store.record(reply, attemptId, result);
    const { failure } = result;
    if (failure === null) return;
    log.warn({ replyId: reply.id, kind: reply.kind, errorCode: failure.errorCode }, 'a reply was refused');
    if (failure.action === 'retry' && reply.ageMs < WORTH_MS[reply.kind]) await postpone(reply, failure.retryAfterMs);
  };

  const postpone = async (reply: OwedReply, retryAfterMs: number | null): Promise<void> => {
    const delayMs = retryDelayMs(reply.tries, retryAfterMs, parts.random(), WORTH_MS[reply.kind]);
    await store.postpone(reply, delayMs);
    parts.onPostponed(delayMs);
  };

  const textOf = (reply: OwedReply, organization: Organization, locale: string): string | null => {
    if (reply.kind === 'opt_out_confirmation') {
      return translations.optOutConfirmation({ locale, companyName: organization.name });
    }
    if (reply.sessionExpiresAt === null) return null;
    if (reply.kind === 'stop_question') return translations.stopQuestion({ locale, companyName: organization.name });
    return translations.welcome({
      locale,
      companyName: organization.name,
      hours: settings.sessionDurationHours,
      activeUntil: reply.sessionExpiresAt,
      timeZone: organization.timeZone,
      ticketPageUrl: reply.pageUrl,
      ownPageUrl: parts.ownPageUrl(reply),
      ticketNumber: reply.ticketNumber,
    });
  };

  return {
    processDue: (stopping) =>
      drain<OwedReply>(
        {
          take: (limit, full) => store.takeDue(limit, full),
          groupOf: ({ organizationId }) => organizationId,
          atOnce: parts.atOnce ?? AT_ONCE,
          async work(reply) {
            try {
              await work(reply);
            } catch (error) {
              log.error({ replyId: reply.id, error: nameOf(error) }, 'a reply failed');
              await store.fail(reply, nameOf(error)).catch(() => undefined);
            }
          },
        },
        stopping,
      ),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
