import {
  ATTEMPT_STATUSES,
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
  type Reason,
} from '@whatsapp-optin/sdk/contract';
import { and, asc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { IDENTITY_KINDS, type Identity } from '../contacts/identity.js';
import type { NotificationKind, NotificationStore, Recipient } from '../notifications/notification-store.js';
import type { PushSubscription } from '../providers/push-sender.js';
import type { Database, Row } from './database.js';
import {
  BEGIN,
  CLAIM_PUSH,
  CLAIM_SMS,
  CLAIM_WHATSAPP,
  LOAD_PHONE_RECIPIENT,
  LOAD_TICKET_RECIPIENT,
  RECONCILE_ATTEMPTS,
  RECONCILE_LOGS,
  RECORD,
  SETTLE,
} from './notification-statements.js';
import { createTables } from './schema.js';

interface RecipientRow extends Row {
  ticket_id: string;
  ticket_number: string;
  department_name: string | null;
  phone: string | null;
  ticket_locale: string | null;
  contact_id: string | null;
  contact_locale: string | null;
  opted_out: boolean | null;
  phone_opted_out: boolean;
  session_open: boolean;
  identities: Identity[] | null;
  push_subscriptions: PushSubscription[] | null;
  page_url: string | null;
}

type Claimed = { claimed: boolean; opted_out: boolean };

export function createNotificationStore(database: Database): NotificationStore {
  const { notificationLogs, notificationAttempts } = createTables(database.schema);
  return {
    async loadTicketRecipient(organizationId, ticketId, window) {
      const values = [organizationId, ticketId, window.businessNumber, window.marginSeconds];
      const [row] = await database.query<RecipientRow>(LOAD_TICKET_RECIPIENT, values);
      return row === undefined ? null : toRecipient(row);
    },
    async loadPhoneRecipient(organizationId, phone, window) {
      const values = [organizationId, phone, window.businessNumber, window.marginSeconds];
      const [row] = await database.query<RecipientRow>(LOAD_PHONE_RECIPIENT, values);
      return { ...toRecipient(row ?? {}), phone };
    },
    async begin({ organizationId, notificationId, kind, type, ticketId, contactId, locale }) {
      await database.query(BEGIN, [organizationId, notificationId, kind, type, ticketId, contactId, locale]);
    },
    async claimPush(key, provider) {
      await database.query(CLAIM_PUSH, [key.organizationId, key.attemptId, key.notificationId, provider]);
    },
    async claimWhatsApp(key, contactId, provider, window) {
      const [row] = await database.query<Claimed>(CLAIM_WHATSAPP, [
        key.organizationId,
        key.attemptId,
        key.notificationId,
        contactId,
        window.businessNumber,
        window.marginSeconds,
        provider,
      ]);
      return refusal(row, 'no_active_session');
    },
    async claimSms(key, sms) {
      const [row] = await database.query<Claimed>(CLAIM_SMS, [
        key.organizationId,
        key.attemptId,
        key.notificationId,
        sms.contactId,
        sms.phone,
        sms.timeZone,
        sms.dailyLimit,
        sms.provider,
        sms.text,
        sms.type,
        sms.ticketId,
      ]);
      return refusal(row, 'sms_limit');
    },
    async record(key, result) {
      const { status, reason, providerMessageId, errorCode } = result;
      await database.query(RECORD, [key.organizationId, key.attemptId, status, reason, providerMessageId, errorCode]);
    },
    async settle(organizationId, notificationId, settlement) {
      const { success, method, reason, deliveredTo, skips } = settlement;
      await database.query(SETTLE, [
        organizationId,
        notificationId,
        success,
        method,
        reason,
        deliveredTo,
        skips.map(() => uuidv7()),
        skips.map(({ tier }) => tier),
        skips.map((skip) => skip.reason),
      ]);
    },
    async find(organizationId, notificationId) {
      const [log] = await database.orm
        .select()
        .from(notificationLogs)
        .where(and(eq(notificationLogs.organizationId, organizationId), eq(notificationLogs.id, notificationId)));
      if (log === undefined) return null;
      const attempts = await database.orm
        .select()
        .from(notificationAttempts)
        .where(
          and(
            eq(notificationAttempts.organizationId, organizationId),
            eq(notificationAttempts.notificationId, notificationId),
          ),
        )
        .orderBy(asc(notificationAttempts.attemptNumber), asc(notificationAttempts.at));
      return {
        id: log.id,
        kind: log.kind as NotificationKind,
        type: known(NOTIFICATION_TYPES, log.type),
        success: log.success,
        settled: log.settled,
        method: known(DELIVERY_METHODS, log.method),
        reason: known(REASONS, log.reason),
        deliveredTo: log.deliveredTo,
        attempts: attempts
          .map((attempt) => ({
            tier: known(TIERS, attempt.tier) ?? 'none',
            status: known(ATTEMPT_STATUSES, attempt.status) ?? 'unknown',
            late: attempt.late,
            reason: known(REASONS, attempt.reason),
            providerMessageId: attempt.providerMessageId,
            errorCode: attempt.errorCode,
            at: attempt.at,
          }))
          .sort((one, other) => TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier)),
      };
    },
    async reconcileLost() {
      const attempts = await database.query(RECONCILE_ATTEMPTS);
      const logs = await database.query(RECONCILE_LOGS);
      return attempts.length + logs.length;
    },
  };
}

function refusal(row: Claimed | undefined, otherwise: Reason): Reason | null {
  if (row?.claimed) return null;
  return row?.opted_out ? 'opted_out' : otherwise;
}

function toRecipient(row: Partial<RecipientRow>): Recipient {
  const identities = [...(row.identities ?? [])].sort(
    (one, other) => IDENTITY_KINDS.indexOf(one.kind) - IDENTITY_KINDS.indexOf(other.kind),
  );
  return {
    ticketId: row.ticket_id ?? null,
    ticketNumber: row.ticket_number ?? '',
    departmentName: row.department_name ?? null,
    locales: [row.ticket_locale, row.contact_locale].filter((tag) => typeof tag === 'string'),
    phone: row.phone ?? null,
    contact: row.contact_id
      ? { id: row.contact_id, identities, optedOut: row.opted_out === true, sessionOpen: row.session_open === true }
      : null,
    phoneOptedOut: row.phone_opted_out === true,
    pushSubscriptions: row.push_subscriptions ?? [],
    pageUrl: row.page_url ?? null,
  };
}

/** A value of a closed list, or `null`: a later version may have stored words that this one does not know. */
function known<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((one) => one === value) ?? null;
}
