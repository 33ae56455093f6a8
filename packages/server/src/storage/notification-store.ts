import {
  ATTEMPT_STATUSES,
  BASES,
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
  type Reason,
} from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import type { NotificationContent } from '../notifications/notification-message.js';
import type { ClaimedRun, NotificationKind, NotificationStore } from '../notifications/notification-store.js';
import type { SendingTier } from '../notifications/tiers.js';
import { MAX_FAILURES } from '../dead-letters/dead-letter.js';
import type { Database, Row } from './database.js';
import { storableJson } from './inbound-item.js';
import { known } from './known-value.js';
import { statusHash } from './delivery-store.js';
import { CLAIM_PUSH, CLAIM_SMS, CLAIM_WHATSAPP, RECORD } from './notification-statements.js';
import { createRecipientLoader, type ErasedPhones } from './recipient-loader.js';
import {
  BEGIN_RUN,
  CONFIRM_RUN,
  FAIL_RUN,
  FORGET_CONTENT,
  MARK_UNACKNOWLEDGED,
  SAVE_PROGRESS,
  GET_RUN,
  RECONCILE_ATTEMPTS,
  CLAIM_RUN,
  TAKE_DUE_RUNS,
} from './run-statements.js';

interface Claimed extends Row {
  claimed: boolean;
  worth_sending: boolean;
  opted_out: boolean;
  paused: boolean;
  /** WhatsApp: the window is open, so that only a try made before can have refused the claim. */
  open?: boolean;
  /** SMS: this very try was made before. */
  tried?: boolean;
  /** SMS: the organization demands a proof, and there is none. */
  unproven?: boolean;
  used_today?: number | null;
}

interface RunRow extends Row {
  organization_id: string;
  id: string;
  step: number;
  kind: NotificationKind;
  type: string | null;
  ticket_id: string | null;
  locale: string;
  content: NotificationContent | null;
  tiers_left: SendingTier[];
  expired: boolean;
}

interface LogRow extends Row {
  id: string;
  kind: NotificationKind;
  type: string | null;
  success: boolean;
  settled: boolean;
  method: string | null;
  reason: string | null;
  delivered_to: string | null;
}

interface AttemptRow extends Row {
  tier: string;
  status: string;
  late: boolean;
  reason: string | null;
  provider_message_id: string | null;
  error_code: string | null;
  basis: string | null;
  at: Date;
}

const FIND = `
SELECT id, kind, type, success, settled, method, reason, delivered_to FROM whatsapp_optin.notification_logs
WHERE organization_id = $1::text AND id = $2::uuid`;

const FIND_ATTEMPTS = `
SELECT tier, status, late, reason, provider_message_id, error_code, basis, at FROM whatsapp_optin.notification_attempts
WHERE organization_id = $1::text AND notification_id = $2::uuid
ORDER BY attempt_number, at`;

export function createNotificationStore(database: Database, wasErased?: ErasedPhones): NotificationStore {
  return {
    ...createRecipientLoader(database, wasErased),
    async begin(input) {
      const begun = await database.query(BEGIN_RUN, [
        input.organizationId,
        input.notificationId,
        input.kind,
        input.type,
        input.ticketId,
        input.contactId,
        input.locale,
        storableJson(input.content),
        input.tiers,
        input.deadlineSeconds,
        input.answers?.messageId ?? null,
        input.answers?.writtenBy ?? null,
      ]);
      return begun.length > 0;
    },
    async claimPush(key, provider) {
      const values = [key.organizationId, key.attemptId, key.notificationId, provider, key.number];
      const [row] = await database.query<Claimed>(CLAIM_PUSH, values);
      return refusal(row, 'already_sent');
    },
    async claimWhatsApp(key, contactId, provider, { offer = null, ...window }) {
      const [row] = await database.query<Claimed>(CLAIM_WHATSAPP, [
        key.organizationId,
        key.attemptId,
        key.notificationId,
        contactId,
        window.businessNumber,
        window.marginSeconds,
        provider,
        key.number,
        offer?.actions ?? null,
        offer?.as ?? null,
      ]);
      return refusal(row, row?.open ? 'already_sent' : 'no_active_session');
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
        key.number,
        sms.segments,
        sms.estimatedCents,
      ]);
      const otherwise = row?.tried ? 'already_sent' : row?.unproven ? 'sms_disabled' : 'sms_limit';
      return { refused: refusal(row, otherwise), usedToday: row?.used_today ?? null };
    },
    async record(key, { status, reason, providerMessageId, errorCode }, provider) {
      const hash = providerMessageId === null ? null : statusHash(provider, providerMessageId);
      const values = [key.organizationId, key.attemptId, status, reason, providerMessageId, errorCode, hash];
      const [row] = await database.query<{ status: string; statuses_wait: boolean }>(RECORD, values);
      return {
        status: known(ATTEMPT_STATUSES, row?.status ?? null) ?? status,
        statusesWait: row?.statuses_wait === true,
      };
    },
    async saveProgress(organizationId, notificationId, step, progress) {
      await database.query(SAVE_PROGRESS, [
        organizationId,
        notificationId,
        progress.success,
        progress.method,
        progress.reason,
        progress.deliveredTo,
        progress.skips.map(() => uuidv7()),
        progress.skips.map(({ tier }) => tier),
        progress.skips.map(({ reason }) => reason),
        progress.settled,
        progress.tiersLeft,
        progress.waiting?.tier ?? null,
        progress.waiting?.for ?? null,
        progress.dueInMs,
        progress.skips.map(({ number }) => number),
        step,
      ]);
    },
    async claimRun(organizationId, notificationId, step) {
      const [row] = await database.query<RunRow>(CLAIM_RUN, [organizationId, notificationId, step]);
      return row === undefined ? null : toRun(row);
    },
    async takeDue(limit, except) {
      const rows = await database.query<RunRow & { waiting_tier: SendingTier | null }>(TAKE_DUE_RUNS, [limit, except]);
      return rows.map((row) => ({ ...toRun(row), waitingTier: row.waiting_tier }));
    },
    async getRun(organizationId, notificationId) {
      const [row] = await database.query<{
        step: number;
        settled: boolean;
        method: string | null;
        waiting_tier: SendingTier | null;
        waiting_for: 'sent' | 'delivered' | null;
      }>(GET_RUN, [organizationId, notificationId]);
      if (row === undefined) return null;
      return {
        version: row.step,
        settled: row.settled,
        method: known(DELIVERY_METHODS, row.method),
        waitingTier: row.waiting_tier,
        waitingFor: row.waiting_for,
      };
    },
    async confirm(organizationId, notificationId, step, tier) {
      return (await database.query(CONFIRM_RUN, [organizationId, notificationId, step, tier])).length > 0;
    },
    async failRun(organizationId, notificationId, errorName) {
      await database.query(FAIL_RUN, [organizationId, notificationId, errorName, MAX_FAILURES]);
    },
    async markUnacknowledged(organizationId, notificationId) {
      await database.query(MARK_UNACKNOWLEDGED, [organizationId, notificationId]);
    },
    async find(organizationId, notificationId) {
      const key = [organizationId, notificationId];
      const [log] = await database.query<LogRow>(FIND, key);
      if (log === undefined) return null;
      const attempts = await database.query<AttemptRow>(FIND_ATTEMPTS, key);
      return {
        id: log.id,
        kind: log.kind,
        type: known(NOTIFICATION_TYPES, log.type),
        success: log.success,
        settled: log.settled,
        method: known(DELIVERY_METHODS, log.method),
        reason: known(REASONS, log.reason),
        deliveredTo: log.delivered_to,
        attempts: attempts
          .map((attempt) => ({
            tier: known(TIERS, attempt.tier) ?? 'none',
            status: known(ATTEMPT_STATUSES, attempt.status) ?? 'unknown',
            late: attempt.late,
            reason: known(REASONS, attempt.reason),
            providerMessageId: attempt.provider_message_id,
            errorCode: attempt.error_code,
            basis: known(BASES, attempt.basis),
            at: attempt.at,
          }))
          .sort((one, other) => TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier)),
      };
    },
    async reconcileLost() {
      return (await database.query(RECONCILE_ATTEMPTS)).length;
    },
    async forgetContent() {
      await database.query(FORGET_CONTENT);
    },
  };
}

function toRun(row: RunRow): ClaimedRun {
  return {
    organizationId: row.organization_id,
    notificationId: row.id,
    version: row.step,
    kind: row.kind,
    type: known(NOTIFICATION_TYPES, row.type),
    ticketId: row.ticket_id,
    locale: row.locale,
    content: row.content,
    tiersLeft: row.tiers_left,
    expired: row.expired,
  };
}

function refusal(row: Claimed | undefined, otherwise: Reason): Reason | null {
  if (row?.claimed) return null;
  if (row?.opted_out) return 'opted_out';
  if (row?.paused) return 'quiet_hours';
  return row?.worth_sending === false ? 'expired' : otherwise;
}
