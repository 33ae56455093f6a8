import { setImmediate as endOfTurn } from 'node:timers/promises';
import { parseOptInCode } from '@whatsapp-optin/sdk/contract';
import type { DeliveryService } from '../deliveries/delivery-service.js';
import type { Log } from '../log.js';
import type { OrganizationStore } from '../organizations/organization.js';
import { UnparsableWebhookError } from '../providers/whatsapp-provider.js';
import type { InboundDesk, InboundMessageNotice } from './inbound-desk.js';
import type { IgnoredEvent, InboundEvent, InboundMessage } from '../providers/inbound-event.js';
import type { AcceptedMessage, InboundStore, MessageToAccept, PendingMessage } from './inbound-store.js';
import { flagMessage } from './near-stop.js';
import type { WebhookTarget, WebhookTargets } from '../accounts/webhook-target.js';
import { classifyKeyword, type FurtherKeywords } from './stop-words.js';

export interface InboundDeskParts {
  receivers: WebhookTargets;
  store: InboundStore;
  deliveries: Pick<DeliveryService, 'report'>;
  organizations: Pick<OrganizationStore, 'find'>;
  log: Log;
  settings: { sessionDurationHours: number; keywords: FurtherKeywords };
  /** Called after the commit of a message that is owed a reply. Must not throw; a sweep finds what it loses. */
  onReplyOwed(): void;
  /** Called after a message was kept that waits for its vendor's word. */
  onPending(): void;
}

const PENDING_BATCH = 20;
/** A message may show in its vendor's API a little after its webhook. */
const TRIES_BEFORE_FORGED = 3;
const LONGEST_DOUBT_SECONDS = 24 * 3600;

/** Messages before what is said about ours: a reader of statuses must not keep a session waiting. */
const ORDER: Record<InboundEvent['kind'], number> = { message: 0, identity_change: 1, ignored: 2, status: 3 };

export function createInboundDesk(parts: InboundDeskParts): InboundDesk {
  const { receivers, store, deliveries, log, settings } = parts;
  const listeners = new Set<(message: InboundMessageNotice) => void | Promise<void>>();

  const tell = async (notice: InboundMessageNotice): Promise<void> => {
    for (const listener of listeners) {
      try {
        await listener(notice);
      } catch (error) {
        log.error({ error: nameOf(error), messageId: notice.id }, 'a listener of inbound messages failed');
      }
    }
  };

  const read = async ({ account }: Pick<WebhookTarget, 'account'>, event: InboundMessage): Promise<MessageToAccept> => {
    const flag = flagMessage(event.text);
    // Asked only for the rare bare "cancel".
    const cancels =
      flag === 'cancel' && (await parts.organizations.find(account.organizationId))?.cancelWords === 'stop';
    return {
      account,
      event,
      // An SMS binds nothing: only a WhatsApp message can be answered by WhatsApp.
      code: event.opensWindow === false ? null : parseOptInCode(event.text),
      keyword: event.keyword ?? (cancels ? 'stop' : classifyKeyword(event.text, settings.keywords)),
      flag,
      sessionDurationHours: settings.sessionDurationHours,
    };
  };

  const announce = (accepted: AcceptedMessage | null, message: MessageToAccept): void => {
    if (accepted === null) return;
    if (accepted.owesReply) parts.onReplyOwed();
    // The vendor waits for its 200, not for the host's listeners.
    void tell({
      id: accepted.messageId,
      organizationId: message.account.organizationId,
      phone: message.event.sender.find(({ kind }) => kind === 'e164')?.value ?? null,
      ticketId: accepted.ticketId,
      sessionId: accepted.sessionId,
      text: message.event.text,
      receivedAt: accepted.receivedAt,
    });
  };

  const handle = async (receiver: WebhookTarget, event: InboundEvent): Promise<void> => {
    const { account, vendor } = receiver;
    switch (event.kind) {
      case 'message': {
        const message = await read(receiver, event);
        if (vendor.confirmInbound === undefined) return announce(await store.accept(message), message);
        if (await store.hold(message)) parts.onPending();
        return;
      }
      case 'status':
        return deliveries.report(account, event);
      case 'identity_change': {
        const outcome = await store.changeIdentity(account, event);
        log.info(
          { organizationId: account.organizationId, provider: account.provider, outcome },
          'an identity has changed',
        );
        return;
      }
      case 'ignored':
        log.debug({ provider: account.provider, why: event.why }, 'an inbound event opens nothing');
        if (event.keep === undefined || event.why === 'other_instance') return;
        return store.keepEvent({ ...account, why: event.why, ...event.keep });
    }
  };

  /** Items of a number that none of the accounts has are kept, and touch nobody. */
  const keepStrays = async (provider: string, seen: readonly (readonly InboundEvent[])[]): Promise<void> => {
    const [first = [], ...others] = seen.map(straysOf);
    const keys = others.map((other) => new Set(other.map(({ key }) => key)));
    for (const stray of first) {
      if (!keys.every((known) => known.has(stray.key))) continue;
      log.warn({ provider }, 'a webhook came for a business number that nobody here has');
      await store.keepEvent({ organizationId: '', provider, why: 'other_instance', ...stray });
    }
  };

  const judge = async (pending: PendingMessage): Promise<void> => {
    const receiver = Object.values(receivers)
      .flat()
      .find(({ account }) =>
        (['organizationId', 'provider', 'businessNumber'] as const).every((part) => account[part] === pending[part]),
      );
    // Read-back was switched off since: the secret of the webhook is all that was ever asked for.
    const verdict = (await receiver?.vendor.confirmInbound?.(pending.event)) ?? 'genuine';
    if (receiver === undefined) return store.reject(pending);
    const tooOld = pending.ageSeconds > LONGEST_DOUBT_SECONDS;
    if (tooOld || (verdict === 'forged' && pending.tries >= TRIES_BEFORE_FORGED)) {
      log.warn(
        { organizationId: pending.organizationId, messageId: pending.id, verdict },
        'an inbound message was rejected',
      );
      return store.reject(pending);
    }
    if (verdict !== 'genuine') return;
    const message = await read(receiver, pending.event);
    announce(await store.promote(pending, message), message);
  };

  return {
    async receive(endpoint, request) {
      const verdicts = receivers[endpoint].map((receiver) => ({
        receiver,
        verdict: receiver.vendor.verifyWebhook(request),
      }));
      const genuine = verdicts.flatMap(({ receiver, verdict }) => (verdict === 'genuine' ? [receiver] : []));
      if (genuine.length === 0) {
        return { status: verdicts.some(({ verdict }) => verdict === 'forged') ? 'forged' : 'not_configured' };
      }

      let messages = 0;
      let ignored = 0;
      const failures: unknown[] = [];
      const seen: InboundEvent[][] = [];
      for (const receiver of genuine) {
        let events: InboundEvent[];
        try {
          events = receiver.vendor.parseWebhook(request);
        } catch (error) {
          if (!(error instanceof UnparsableWebhookError)) throw error;
          return { status: 'unparsable', detail: error.message };
        }
        seen.push(events);
        for (const event of [...events].sort((one, other) => ORDER[one.kind] - ORDER[other.kind])) {
          // One that fails loses no other; the vendor redelivers all of them, and those accepted do nothing again.
          try {
            // On the embedded database statements run in this thread: other requests get their turn between two messages.
            if (events.length > 1) await endOfTurn();
            await handle(receiver, event);
            if (event.kind === 'message') messages += 1;
            if (event.kind === 'ignored') ignored += 1;
          } catch (error) {
            failures.push(error);
          }
        }
      }
      if (failures.length > 0) {
        throw new Error(`${failures.length} events of a webhook could not be stored.`, { cause: failures[0] });
      }
      await keepStrays(genuine[0]?.account.provider ?? endpoint, seen);
      return { status: 'accepted', messages, ignored, reply: genuine[0]?.vendor.acknowledge?.() ?? null };
    },

    answerHandshake(endpoint, request) {
      const answers = receivers[endpoint].map(({ vendor }) =>
        vendor.answerHandshake === undefined ? 'not_configured' : vendor.answerHandshake(request),
      );
      const reply = answers.find((answer) => typeof answer === 'object' && answer !== null);
      if (typeof reply === 'object' && reply !== null) return { status: 'answered', reply };
      return { status: answers.every((answer) => answer === 'not_configured') ? 'not_configured' : 'refused' };
    },

    async workPending() {
      let looked = 0;
      for (;;) {
        const due = await store.takePending(PENDING_BATCH);
        looked += due.length;
        await Promise.all(
          due.map((pending) =>
            judge(pending).catch(async (error: unknown) => {
              log.error({ messageId: pending.id, error: nameOf(error) }, 'a pending message could not be judged');
              await store.failPending(pending, nameOf(error));
            }),
          ),
        );
        if (due.length < PENDING_BATCH) return looked;
      }
    },

    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function straysOf(events: readonly InboundEvent[]): NonNullable<IgnoredEvent['keep']>[] {
  return events.flatMap((event) =>
    event.kind === 'ignored' && event.why === 'other_instance' && event.keep !== undefined ? [event.keep] : [],
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
