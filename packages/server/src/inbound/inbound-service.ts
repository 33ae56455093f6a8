import { setImmediate as endOfTurn } from 'node:timers/promises';
import { parseOptInCode } from '@whatsapp-optin/sdk/contract';
import { drain } from '../batches/drain.js';
import type { DeliveryService } from '../deliveries/delivery-service.js';
import type { Log } from '../log.js';
import type { OrganizationStore } from '../organizations/organization.js';
import {
  OversizedWebhookError,
  UnparsableWebhookError,
  type WebhookRequest,
  type WebhookVerdict,
} from '../providers/whatsapp-provider.js';
import { createAlertRecorder, type AlertRecorderParts } from './alert-recorder.js';
import { createAcceptanceQueue } from './acceptance-queue.js';
import type { InboundEvent, InboundMessage, KeptEvent } from '../providers/inbound-event.js';
import type { AcceptedMessage, InboundStore, MessageToAccept, PendingMessage } from './inbound-store.js';
import { createListeners } from './listeners.js';
import type { MessageActionNotice } from './message-action-notice.js';
import { readTap } from './message-tap.js';
import { readRequest } from './read-request.js';
import { createWebhookRouter, verifyTargets } from '../accounts/webhook-router.js';
import type { WebhookTarget, WebhookTargets, WebhookEndpoint } from '../accounts/webhook-target.js';
import type { FurtherKeywords } from './stop-words.js';
import { findStrays } from './strays.js';
import type { HandshakeResult, WebhookResult } from './webhook-result.js';

/** A customer's message, as `onInboundMessage` passes it to the host. */
export interface InboundMessageNotice {
  /** Id of the stored message, a UUID; `createSession` accepts it as `inboundMessageId`. */
  id: string;
  /** The organization whose number received the message. */
  organizationId: string;
  /** `null` where the vendor gives no phone. */
  phone: string | null;
  /** The host's ticket that the message belongs to; `null`: none. */
  ticketId: string | null;
  /** The session that the message opened or extended; `null`: none. */
  sessionId: string | null;
  /** As the customer wrote it; empty for a message without text. */
  text: string;
  /** When the server stored it, by the database's clock. */
  receivedAt: Date;
}

export interface InboundServiceParts extends Pick<AlertRecorderParts, 'onAlert'> {
  receivers: WebhookTargets;
  store: InboundStore;
  deliveries: Pick<DeliveryService, 'report'>;
  organizations: Pick<OrganizationStore, 'find'>;
  log: Log;
  settings: { sessionDurationHours: number; keywords: FurtherKeywords };
  /** Called after the commit of a message that needs a reply. Must not throw; a sweep finds a lost call. */
  onReplyOwed(): void;
  /** Called after an unverified message was stored, which the vendor must confirm. */
  onPending(): void;
}

const PENDING_AT_ONCE = 20;
/** A message may show in its vendor's API a little after its webhook. */
const TRIES_BEFORE_REJECTION = 3;
const LONGEST_DOUBT_SECONDS = 24 * 3600;

type OtherEvent = Exclude<InboundEvent, InboundMessage>;

export type InboundService = ReturnType<typeof createInboundService>;

/**
 * Verifies, parses and accepts what vendors post: customers' messages, statuses of our messages, changes of identity.
 */
export function createInboundService(parts: InboundServiceParts) {
  const { receivers, store, deliveries, log, settings } = parts;
  const router = createWebhookRouter(receivers);
  const queue = createAcceptanceQueue(store);
  const recordAlert = createAlertRecorder(parts);
  const listeners = createListeners<InboundMessageNotice>((error, notice) => {
    log.error({ error: nameOf(error), messageId: notice.id }, 'a listener of inbound messages failed');
  });
  const actionListeners = createListeners<MessageActionNotice>((error, notice) => {
    log.error({ error: nameOf(error), messageId: notice.messageId }, 'a listener of message actions failed');
  });

  const readMessage = async (
    { account }: Pick<WebhookTarget, 'account'>,
    event: InboundMessage,
  ): Promise<MessageToAccept> => {
    const code = parseOptInCode(event.text);
    const request = await readRequest(event, {
      hasCode: code !== null,
      further: settings.keywords,
      findOrganization: () => parts.organizations.find(account.organizationId),
    });
    // An SMS binds nothing: only a WhatsApp message can be answered by WhatsApp.
    const boundCode = event.opensWindow === false ? null : code;
    const tap = readTap(event, request.keyword);
    return { account, event, code: boundCode, tap, ...request, sessionDurationHours: settings.sessionDurationHours };
  };

  /** What an event asks to accept: a message, or the STOP in the words of one that is otherwise ignored. */
  const readEvent = async (receiver: WebhookTarget, event: InboundEvent): Promise<MessageToAccept | null> => {
    if (event.kind === 'message') return readMessage(receiver, event);
    if (event.kind !== 'ignored' || event.words === undefined) return null;
    const message = await readMessage(receiver, event.words);
    return message.keyword === 'stop' ? message : null;
  };

  const emitAccepted = (accepted: AcceptedMessage | null, message: MessageToAccept): void => {
    if (accepted === null) return;
    if (accepted.owesReply) parts.onReplyOwed();
    // The vendor waits for its 200, not for the host's listeners.
    void listeners.emit({
      id: accepted.messageId,
      organizationId: message.account.organizationId,
      phone: message.event.sender.find(({ kind }) => kind === 'e164')?.value ?? null,
      ticketId: accepted.ticketId,
      sessionId: accepted.sessionId,
      text: message.event.text,
      receivedAt: accepted.receivedAt,
    });
    if (accepted.action === null) return;
    void actionListeners.emit({
      ...accepted.action,
      messageId: accepted.messageId,
      organizationId: message.account.organizationId,
      receivedAt: accepted.receivedAt,
    });
  };

  const acceptMessage = async ({ vendor }: WebhookTarget, message: MessageToAccept): Promise<void> => {
    if (vendor.confirmInbound === undefined) {
      return emitAccepted(await queue.accept({ ...message, state: 'accepted' }), message);
    }
    if ((await queue.accept({ ...message, state: 'pending' })) !== null) parts.onPending();
  };

  const handle = async ({ account }: WebhookTarget, event: OtherEvent): Promise<void> => {
    switch (event.kind) {
      case 'status':
        if ((event.organizationId ?? account.organizationId) !== account.organizationId) return;
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
        if (event.reaction !== undefined) await store.recordReaction(account, event.reaction);
        if (event.keep === undefined || event.why === 'other_instance') return;
        if (event.alert !== undefined) return recordAlert(account, event.alert, event.keep);
        return store.keepEvent({ ...account, why: event.why, ...event.keep });
    }
  };

  /**
   * Messages first and together, then what is said about ours: a reader of statuses must not keep a session waiting. One that
   * fails loses no other; the vendor redelivers all of them, and those accepted do nothing again.
   *
   * @returns the failures
   */
  const handleAll = async (receiver: WebhookTarget, events: readonly InboundEvent[]): Promise<unknown[]> => {
    const failures: unknown[] = [];
    const attempt = <T>(work: Promise<T>): Promise<T | null> =>
      work.catch((error: unknown) => {
        failures.push(error);
        return null;
      });
    const messages: MessageToAccept[] = [];
    const others: OtherEvent[] = [];
    for (const event of events) {
      // Words are judged in this thread: other requests get their turn between two messages.
      if (event.kind === 'message' && events.length > 1) await endOfTurn();
      const message = await attempt(readEvent(receiver, event));
      if (message !== null) messages.push(message);
      else if (event.kind !== 'message') others.push(event);
    }
    await Promise.all(messages.map((message) => attempt(acceptMessage(receiver, message))));
    const ofKind = (wanted: OtherEvent['kind']) => others.filter(({ kind }) => kind === wanted);
    for (const event of [...ofKind('identity_change'), ...ofKind('ignored')]) {
      // On the embedded database statements run in this thread: other requests get their turn between two events.
      if (events.length > 1) await endOfTurn();
      await attempt(handle(receiver, event));
    }
    // Together, since the store gathers them; those of one message stay in their order.
    await Promise.all(ofKind('status').map((event) => attempt(handle(receiver, event))));
    return failures;
  };

  const keepStrays = async (provider: string, strays: readonly KeptEvent[]): Promise<void> => {
    for (const stray of strays) {
      log.warn({ provider }, 'a webhook names a business number that no account has');
      await store.keepEvent({ organizationId: '', provider, why: 'other_instance', ...stray });
    }
  };

  const verifyPending = async (pending: PendingMessage): Promise<void> => {
    const receiver = router.find(pending);
    // Read-back is off now: the secret of the webhook is enough.
    const verdict = (await receiver?.vendor.confirmInbound?.(pending.event)) ?? 'genuine';
    if (receiver === undefined) return store.reject(pending);
    const tooOld = pending.ageSeconds > LONGEST_DOUBT_SECONDS;
    if (tooOld || (verdict === 'forged' && pending.tries >= TRIES_BEFORE_REJECTION)) {
      log.warn(
        { organizationId: pending.organizationId, messageId: pending.id, verdict },
        'an inbound message was rejected',
      );
      return store.reject(pending);
    }
    if (verdict !== 'genuine') return;
    const message = await readMessage(receiver, pending.event);
    emitAccepted(await queue.accept({ ...message, state: 'accepted', pendingId: pending.id }), message);
  };

  return {
    isConfigured: router.isConfigured,

    /** verify → parse → accept → 200. @throws when the database is away: HTTP answers 503 and the vendor redelivers. */
    async receive(endpoint: WebhookEndpoint, request: WebhookRequest): Promise<WebhookResult> {
      const { named, others } = router.route(endpoint, request);
      const seen: InboundEvent[][] = [];
      const failures: unknown[] = [];
      let first: WebhookTarget | undefined;
      let verdict: Exclude<WebhookVerdict, 'genuine'> = 'not_configured';
      for (const list of [() => named, others]) {
        // A message is whose secret fits; the words of the request only say whom to ask first.
        if (first !== undefined && findStrays(seen).length === 0) break;
        const checked = verifyTargets(list(), request);
        if (checked.verdict === 'forged') verdict = 'forged';
        for (const target of checked.genuine) {
          first ??= target;
          let events: InboundEvent[];
          try {
            events = target.vendor.parseWebhook(request);
          } catch (error) {
            if (error instanceof OversizedWebhookError) return { status: 'oversized', detail: error.message };
            if (!(error instanceof UnparsableWebhookError)) throw error;
            return { status: 'unparsable', detail: error.message };
          }
          seen.push(events);
          failures.push(...(await handleAll(target, events)));
        }
      }
      if (first === undefined) return { status: verdict };
      if (failures.length > 0) {
        throw new Error(`${failures.length} events of a webhook could not be stored.`, { cause: failures[0] });
      }
      await keepStrays(first.account.provider, findStrays(seen));
      const countOf = (wanted: InboundEvent['kind']) => seen.flat().filter(({ kind }) => kind === wanted).length;
      const reply = first.vendor.acknowledge?.() ?? null;
      return { status: 'accepted', messages: countOf('message'), ignored: countOf('ignored'), reply };
    },

    /** A vendor's GET that asks whether this is our address. */
    answerHandshake(endpoint: WebhookEndpoint, request: WebhookRequest): HandshakeResult {
      const answers = receivers[endpoint].map(({ vendor }) =>
        vendor.answerHandshake === undefined ? 'not_configured' : vendor.answerHandshake(request),
      );
      const reply = answers.find((answer) => typeof answer === 'object' && answer !== null);
      if (typeof reply === 'object' && reply !== null) return { status: 'answered', reply };
      if (answers.includes('unparsable')) return { status: 'unparsable' };
      return { status: answers.every((answer) => answer === 'not_configured') ? 'not_configured' : 'refused' };
    },

    /** Asks vendors about their pending messages until `stopping` aborts. @returns how many were looked at. */
    workPending: (stopping?: AbortSignal): Promise<number> =>
      drain<PendingMessage>(
        {
          take: (limit, except) => store.takePending(limit, except),
          groupOf: ({ organizationId }) => organizationId,
          atOnce: PENDING_AT_ONCE,
          async work(pending) {
            try {
              await verifyPending(pending);
            } catch (error) {
              log.error({ messageId: pending.id, error: nameOf(error) }, 'a pending message could not be verified');
              await store.failPending(pending, nameOf(error)).catch(() => undefined);
            }
          },
        },
        stopping,
      ),

    /** @returns unsubscribe. A listener that throws is logged and harms nobody. */
    onMessage: listeners.add,
    /** Called once for an action of a notification, after `onMessage`. @returns unsubscribe. */
    onAction: actionListeners.add,
    /** Refuses further messages, and resolves when all that waits is accepted. */
    close: () => queue.close(),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
