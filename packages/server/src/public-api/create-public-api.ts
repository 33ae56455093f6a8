import { EVENT_TYPES, NOTIFICATION_TYPES, normalizePhoneNumber } from '@whatsapp-optin/sdk/contract';
import { readContactReference } from '../contacts/contact-reference.js';
import type { ConsentLedger } from '../consents/consent-ledger.js';
import type { DeliveryService } from '../deliveries/delivery-service.js';
import type { HttpDependencies } from '../http/http-dependencies.js';
import type { Keyring } from '../http/keyring.js';
import type { CallResult } from '../notifications/call-ticket.js';
import type { NotifyResult } from '../notifications/notification-service.js';
import {
  formatSmsMessage,
  shouldSendSms,
  type SMSNotificationData,
  type SmsTypeSettings,
} from '../notifications/sms-message.js';
import { countSmsSegments } from '../notifications/sms-segments.js';
import type { EventListeners } from '../outbox/event-listeners.js';
import type { SessionScope } from '../sessions/whatsapp-session.js';
import {
  NotificationRefusedError,
  SessionRefusedError,
  type OptionalScope,
  type SessionInput,
  type WhatsAppOptIn,
} from './public-api.js';
import { requireOneOf } from './require-one-of.js';

export type Services = Pick<
  HttpDependencies,
  | 'organizations'
  | 'tickets'
  | 'ticketCaller'
  | 'optIns'
  | 'sessions'
  | 'inbound'
  | 'notifications'
  | 'push'
  | 'deadLetters'
  | 'analytics'
  | 'staff'
  | 'contacts'
> & { deliveries: DeliveryService; consents: ConsentLedger };

const TOKEN_LIFETIME_SECONDS = 3600;

export interface PublicApiParts {
  /** The services of the server, which is started where it is not. @throws where it cannot be started, or is closed. */
  services(): Promise<Services>;
  keyring: Keyring;
  listeners: EventListeners;
  organizationIds: readonly string[];
  sms: SmsTypeSettings & { centsPerSegment: number | null };
}

type PublicApi = Omit<WhatsAppOptIn, 'fetch' | 'start' | 'close' | 'onInboundMessage' | 'onMessageAction'>;

/** The methods a host calls in its own process, over the same services as the HTTP API. */
export function createPublicApi(parts: PublicApiParts): PublicApi {
  const { services, keyring, organizationIds } = parts;

  const organizationOf = (given: string | undefined): string => {
    const [only, ...others] = organizationIds;
    const id = given ?? (others.length === 0 ? only : undefined);
    if (id === undefined) {
      throw new TypeError('There are several organizations: pass { organizationId } to say which one is meant.');
    }
    return id;
  };
  const scopeOf = (scope: OptionalScope | undefined): SessionScope => ({
    ...scope,
    organizationId: organizationOf(scope?.organizationId),
  });
  const openSession = async (input: SessionInput, scope?: OptionalScope) => {
    const phone = normalizePhoneNumber(input.phone);
    const session = await (await services()).sessions.openFromMessage(scopeOf(scope), { ...input, phone });
    if (session === null) throw new SessionRefusedError();
    return session;
  };
  const notify: WhatsAppOptIn['notifications']['notify'] = async ({ organizationId, ...request }) => {
    requireOneOf(NOTIFICATION_TYPES, request.type, 'type');
    return unwrap(await (await services()).notifications.notify(organizationOf(organizationId), request));
  };

  return {
    sessions: {
      async hasActiveSession(phone, scope) {
        return (await (await services()).sessions.status(scopeOf(scope), normalizePhoneNumber(phone))).hasActiveSession;
      },
      getSession: async (phone, scope) => (await services()).sessions.get(scopeOf(scope), normalizePhoneNumber(phone)),
      getStatus: async (phone, scope) =>
        (await services()).sessions.status(scopeOf(scope), normalizePhoneNumber(phone)),
      createSession: openSession,
      extendSession: openSession,
      endSession: async (phone, scope) => (await services()).sessions.end(scopeOf(scope), normalizePhoneNumber(phone)),
      cleanupExpiredSessions: async () => (await services()).sessions.cleanUpExpired(),
    },
    notifications: {
      notify,
      async notifyMany(inputs) {
        for (const { type } of inputs) requireOneOf(NOTIFICATION_TYPES, type, 'type');
        const batch = inputs.map(({ organizationId, ...request }) => ({
          ...{ organizationId: organizationOf(organizationId), request },
        }));
        const results = await (await services()).notifications.notifyMany(batch);
        return results.map((result) => {
          if (result.status === 'done') return result.notification;
          if (result.status !== 'failed') return refusalOf(result);
          return result.error instanceof Error ? result.error : new Error(String(result.error));
        });
      },
      sendNotification: notify,
      async sendWhatsAppNotification(phone, message, ticketId) {
        return (await services()).notifications.sendWhatsApp(organizationOf(undefined), {
          phone: normalizePhoneNumber(phone),
          message,
          ...(ticketId !== undefined && { ticketId }),
        });
      },
      async explain({ organizationId, ...request }) {
        requireOneOf(NOTIFICATION_TYPES, request.type, 'type');
        return unwrap(await (await services()).notifications.explain(organizationOf(organizationId), request));
      },
      get: async (id, scope) => (await services()).notifications.find(organizationOf(scope?.organizationId), id),
    },
    sms: {
      async sendSMS(data) {
        const phone = toPhone(data.phone);
        if (phone === null) return { success: false, error: 'INVALID_PHONE_NUMBER' };
        const result = await (
          await services()
        ).notifications.sendSms(organizationOf(data.organizationId), { ...data, phone });
        if (result.status !== 'done') return { success: false, error: result.status };
        const { success, reason, attempts } = result.notification;
        const messageId = attempts.find(({ tier }) => tier === 'sms')?.providerMessageId;
        return {
          success,
          ...(messageId !== undefined && { messageId }),
          ...(success && parts.sms.centsPerSegment !== null && { cost: costOf(data, parts.sms.centsPerSegment) }),
          ...(reason !== undefined && { error: reason }),
        };
      },
      shouldSendSMS: (type) => shouldSendSms(type, parts.sms),
      formatSMSMessage: formatSmsMessage,
    },
    // A host may keep these before start(): each call looks up the current service.
    optIns: {
      create: async (organizationId, input) => (await services()).optIns.create(organizationId, input),
      read: async (optInId, clientToken) => (await services()).optIns.read(optInId, clientToken),
      async *watch(optInId, clientToken, signal) {
        yield* (await services()).optIns.watch(optInId, clientToken, signal);
      },
      recordEvent: async (optInId, clientToken, type) =>
        (await services()).optIns.recordEvent(optInId, clientToken, type),
      resolveShortLink: async (code) => (await services()).optIns.resolveShortLink(code),
      authorize: async (optInId, clientToken) => (await services()).optIns.authorize(optInId, clientToken),
    },
    deliveries: { report: async (account, status) => (await services()).deliveries.report(account, status) },
    tickets: {
      upsert: async (organizationId, ticketId, input) =>
        (await services()).tickets.upsert(organizationId, ticketId, input),
      find: async (organizationId, ticketId) => (await services()).tickets.find(organizationId, ticketId),
      async call(ticketId, { organizationId, ...request } = {}) {
        const result = await (await services()).ticketCaller.call(organizationOf(organizationId), ticketId, request);
        return result.status === 'done' ? result.call : refuse(result);
      },
      createToken: (ticketId, options) =>
        keyring.createTicketToken(
          organizationOf(options?.organizationId),
          ticketId,
          options?.expiresInSeconds ?? TOKEN_LIFETIME_SECONDS,
        ),
    },
    analytics: {
      proof: async (scope) => (await services()).analytics.proof(organizationOf(scope?.organizationId)),
      dailyCounts: async (scope, sinceDays = 30) =>
        (await services()).analytics.dailyCounts(organizationOf(scope?.organizationId), sinceDays),
      renewals: async (scope, sinceDays = 30) =>
        (await services()).analytics.renewals(organizationOf(scope?.organizationId), sinceDays),
      verifyConsents: async (scope) => (await services()).consents.verify(organizationOf(scope?.organizationId)),
    },
    deadLetters: {
      list: async (scope) => (await services()).deadLetters.list(organizationOf(scope?.organizationId), 100),
      retry: async (kind, id, scope) =>
        (await services()).deadLetters.retry(organizationOf(scope?.organizationId), kind, id),
    },
    contacts: {
      erase: async (person, scope) =>
        (await services()).contacts.erase(organizationOf(scope?.organizationId), readContactReference(person)),
      export: async (person, scope) =>
        (await services()).contacts.export(organizationOf(scope?.organizationId), readContactReference(person)),
    },
    staff: {
      createToken: async ({ organizationId, ...input } = {}) =>
        (await services()).staff.createToken(organizationOf(organizationId), input),
    },
    on(type, listener) {
      requireOneOf(EVENT_TYPES, type, 'type');
      return parts.listeners.add(type, listener);
    },
  };
}

function unwrap(result: NotifyResult) {
  return result.status === 'done' ? result.notification : refuse(result);
}

function refuse(result: Exclude<NotifyResult | CallResult, { status: 'done' }>): never {
  throw refusalOf(result);
}

function refusalOf(result: Exclude<NotifyResult | CallResult, { status: 'done' }>): NotificationRefusedError {
  switch (result.status) {
    case 'ticket_closed':
      return new NotificationRefusedError('TICKET_CLOSED', 'The ticket is closed; upsert it as waiting to call it.');
    case 'ticket_called':
      return new NotificationRefusedError('TICKET_CALLED', 'The ticket is called or closed already.');
    case 'unknown_ticket':
      return new NotificationRefusedError('UNKNOWN_TICKET', 'The organization has no ticket of this id; PUT it first.');
    case 'message_too_long':
      return new NotificationRefusedError('MESSAGE_TOO_LONG', `A message may have at most ${result.limit} characters.`);
    case 'missing_param':
      return new NotificationRefusedError('MISSING_PARAM', `The text needs a value for "${result.param}".`);
  }
}

function toPhone(input: string): string | null {
  try {
    return normalizePhoneNumber(input);
  } catch {
    return null;
  }
}

/** In cents: an estimate by the segments, which the vendor's own price corrects in the database later. */
function costOf(data: SMSNotificationData, centsPerSegment: number): number {
  return countSmsSegments(formatSmsMessage(data)).segments * centsPerSegment;
}
