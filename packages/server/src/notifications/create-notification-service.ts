import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { NotificationDocument, NotifyRequest, Reason } from '@whatsapp-optin/sdk/contract';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import type { NotificationService, NotifyResult, ReplyRefusal } from './notification-service.js';
import { derivedId, timeOf } from './derived-id.js';
import { summarizeAttempts, toNotificationDocument } from './notification-document.js';
import type { NotificationMessage } from './notification-message.js';
import type { NotificationStore, Recipient, StoredAttempt } from './notification-store.js';
import { formatSmsMessage } from './sms-message.js';
import { PLANS, SENDING_TIERS, type SendingTier } from './tiers.js';
import type { Dispatcher } from './dispatcher.js';
import type { MessageWriter } from './notification-message.js';

/** Longest text that WhatsApp itself carries, in UTF-16 units; a vendor may take less. */
const MAX_TEXT_LENGTH = 4096;

export interface NotificationServiceParts {
  store: NotificationStore;
  organizations: OrganizationStore;
  writer: MessageWriter;
  dispatcher: Dispatcher;
  settings: { sessionMarginSeconds: number };
}

export function createNotificationService(parts: NotificationServiceParts): NotificationService {
  const { store, organizations, writer, dispatcher, settings } = parts;

  const prepare = async (
    organizationId: string,
    request: NotifyRequest,
    tiers: readonly SendingTier[],
  ): Promise<
    Exclude<NotifyResult, { status: 'done' }> | { status: 'ready'; message: NotificationMessage; recipient: Recipient }
  > => {
    const { ticketId, type } = request;
    const loaded = await store.loadTicketRecipient(organizationId, ticketId, type, settings.sessionMarginSeconds);
    if (!loaded?.recipient) return { status: 'unknown_ticket' };
    const { organization, recipient } = loaded;
    const written = writer.write(organization, recipient, request);
    if (written.status === 'missing_value') return { status: 'missing_param', param: written.name };
    const { message } = written;
    const limit = exceededLimit(message, recipient, tiers);
    if (limit !== null) return { status: 'message_too_long', limit };
    return { status: 'ready', message, recipient };
  };

  const exceededLimit: Dispatcher['exceededLimit'] = (message, recipient, tiers) =>
    message.text.length > MAX_TEXT_LENGTH ? MAX_TEXT_LENGTH : dispatcher.exceededLimit(message, recipient, tiers);

  const windowOf = (organization: Organization) => ({
    businessNumber: organization.whatsappNumber,
    marginSeconds: settings.sessionMarginSeconds,
  });

  /** What an earlier request of this id began, though it would be refused by now. `null`: nothing. */
  const storedBefore = async (organizationId: string, id: string | null) => {
    const stored = id === null ? null : await store.find(organizationId, id);
    return stored && { status: 'done' as const, notification: toNotificationDocument(stored) };
  };

  const dispatch = async (
    organizationId: string,
    request: NotifyRequest,
    tiers: readonly SendingTier[],
    id: string | null = null,
  ): Promise<NotifyResult> => {
    const prepared = await prepare(organizationId, request, tiers);
    if (prepared.status !== 'ready') return (await storedBefore(organizationId, id)) ?? prepared;
    const stored = await dispatcher.dispatch(prepared.message, prepared.recipient, tiers, id);
    return { status: 'done', notification: toNotificationDocument(stored) };
  };

  return {
    notify: (organizationId, request, id) => dispatch(organizationId, request, SENDING_TIERS, id),
    notifyByPush: (organizationId, request, id) => dispatch(organizationId, request, ['push', 'whatsapp'], id),
    notifyBySms: (organizationId, request, id) => dispatch(organizationId, request, ['sms'], id),
    notifyByWhatsApp: (organizationId, request, id) => dispatch(organizationId, request, ['whatsapp'], id),

    async notifyMany(batch, batchId = null) {
      const outcomes = await Promise.allSettled(
        batch.map(({ organizationId, request }, index) => {
          const id = batchId === null ? null : derivedId(timeOf(batchId), [organizationId, batchId, index]);
          return dispatch(organizationId, request, SENDING_TIERS, id);
        }),
      );
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed && outcomes.every(({ status }) => status === 'rejected')) throw failed.reason;
      return outcomes.map((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value : { status: 'failed', error: outcome.reason as unknown },
      );
    },

    async explain(organizationId, request) {
      const prepared = await prepare(organizationId, request, SENDING_TIERS);
      if (prepared.status !== 'ready') return prepared;
      return { status: 'done', notification: explainRun(prepared.recipient, prepared.message, dispatcher) };
    },

    async find(organizationId, notificationId) {
      if (!isUuid(notificationId)) return null;
      const stored = await store.find(organizationId, notificationId);
      return stored === null ? null : toNotificationDocument(stored);
    },

    async sendSms(organizationId, data) {
      const organization = await organizations.find(organizationId);
      if (organization === null) throw new Error(`There is no organization "${organizationId}".`);
      const window = windowOf(organization);
      const [ofPhone, loaded] = await Promise.all([
        store.loadPhoneRecipient(organizationId, data.phone, window),
        store.loadTicketRecipient(organizationId, data.ticketId, data.notificationType, window.marginSeconds),
      ]);
      const ofTicket = loaded?.recipient;
      const recipient = {
        ...ofPhone,
        ticketId: data.ticketId,
        ticketNumber: data.ticketNumber,
        departmentName: data.departmentName ?? null,
        // Who has the ticket may have said STOP from another phone.
        phoneOptedOut: ofPhone.phoneOptedOut || ofTicket?.phoneOptedOut === true,
        quiet: ofTicket?.quiet ?? ofPhone.quiet,
        paused: ofTicket?.paused === true || ofPhone.paused,
      };
      const free = writer.free(organization, recipient, formatSmsMessage(data));
      const message: NotificationMessage = { ...free, kind: 'ticket', type: data.notificationType };
      const limit = dispatcher.exceededLimit(message, recipient, ['sms']);
      if (limit !== null) return { status: 'message_too_long', limit };
      const stored = await dispatcher.dispatch(message, recipient, ['sms']);
      return { status: 'done', notification: toNotificationDocument(stored) };
    },

    async reply(organizationId, { messageId, writtenBy, text }, id = null) {
      const organization = await organizations.find(organizationId);
      const recipient =
        organization && (await store.loadMessageSender(organizationId, messageId, windowOf(organization)));
      if (!organization || !recipient) {
        return (await storedBefore(organizationId, id)) ?? { status: 'unknown_message' };
      }
      const free = writer.free(organization, recipient, text);
      const message: NotificationMessage = { ...free, kind: 'staff_reply', answers: { messageId, writtenBy } };
      // Refused before it is stored where it is plain; the claim has the last word.
      const plan = PLANS.whatsapp(recipient, null, dispatcher.settingsFor(organization));
      const refused = plan.send ? null : refusalOf(plan.reason);
      if (refused !== null) {
        return (await storedBefore(organizationId, id)) ?? { status: 'refused', reason: refused };
      }
      const limit = exceededLimit(message, recipient, ['whatsapp']);
      if (limit !== null) return { status: 'message_too_long', limit };
      const notification = toNotificationDocument(await dispatcher.dispatch(message, recipient, ['whatsapp'], id));
      const claimRefused = notification.attempted.length === 0 ? refusalOf(notification.reason) : null;
      return claimRefused === null ? { status: 'done', notification } : { status: 'refused', reason: claimRefused };
    },

    async sendWhatsApp(organizationId, { phone, message: text, ticketId }) {
      const organization = await organizations.find(organizationId);
      if (organization === null) throw new Error(`There is no organization "${organizationId}".`);
      const found = await store.loadPhoneRecipient(organizationId, phone, windowOf(organization));
      const recipient = { ...found, ticketId: ticketId ?? null };
      const message = writer.free(organization, recipient, text);
      const limit = exceededLimit(message, recipient, ['whatsapp']);
      if (limit !== null) {
        throw new RangeError(`The message has ${text.length} characters; ${limit} are allowed.`);
      }
      return toNotificationDocument(await dispatcher.dispatch(message, recipient, ['whatsapp']));
    },
  };
}

const REPLY_REFUSALS: readonly ReplyRefusal[] = ['no_active_session', 'opted_out', 'whatsapp_disabled'];

/** Why nothing may be sent; `null`: another reason, which a vendor or a moment gave. */
function refusalOf(reason: Reason | undefined): ReplyRefusal | null {
  return REPLY_REFUSALS.find((one) => one === reason) ?? null;
}

/** The run that would happen now: skips with their reasons, up to the tier that would be claimed. */
function explainRun(recipient: Recipient, message: NotificationMessage, dispatcher: Dispatcher): NotificationDocument {
  const settings = dispatcher.settingsFor(message.organization);
  const attempts: StoredAttempt[] = [];
  const at = new Date();
  const note = (tier: SendingTier, status: 'accepted' | 'skipped', reason: Reason | null): void => {
    attempts.push({ tier, status, reason, late: false, providerMessageId: null, errorCode: null, basis: null, at });
  };
  for (const tier of SENDING_TIERS) {
    const plan = PLANS[tier](recipient, message.type, settings);
    note(tier, plan.send ? 'accepted' : 'skipped', plan.send ? null : plan.reason);
    if (plan.send) break;
  }
  const reachable = recipient.contact !== null || recipient.phone !== null;
  const document = toNotificationDocument({
    id: uuidv7(),
    kind: 'ticket',
    type: message.type,
    settled: false,
    deliveredTo: null,
    ...summarizeAttempts(attempts, reachable),
    attempts,
  });
  // Nothing was claimed: the tier is the one that would be.
  return {
    ...document,
    attempts: document.attempts.map((attempt) =>
      attempt.status === 'accepted' ? { ...attempt, status: 'claimed' } : attempt,
    ),
  };
}
