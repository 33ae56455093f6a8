import {
  ATTEMPT_STATUSES,
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
  type Reason,
} from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import type { NoticeContent } from '../notifications/notice.js';
import type { NotificationKind, NotificationStore } from '../notifications/notification-store.js';
import type { SendingTier } from '../notifications/tiers.js';
import { FAILURES_BEFORE_PARKING } from '../parked-work/parked-work.js';
import type { Database, Row } from './database.js';
import { storableJson } from './inbound-item.js';
import { statusHash } from './delivery-store.js';
import { CLAIM_PUSH, CLAIM_SMS, CLAIM_WHATSAPP, RECORD } from './notification-statements.js';
import { createRecipientLoader, type ErasedPhones } from './recipient-loader.js';
import {
  BEGIN,
  CONFIRM,
  FAIL_WALK,
  FORGET_CONTENT,
  MARK_UNACKNOWLEDGED,
  PAUSE_WALK,
  READ_WALK,
  RECONCILE_ATTEMPTS,
  TAKE_DUE,
  TAKE_UP,
} from './walk-statements.js';

interface Claimed extends Row {
  claimed: boolean;
  worth_sending: boolean;
  opted_out: boolean;
  /** WhatsApp: the window is open, so that only a try made before can have refused the claim. */
  open?: boolean;
  /** SMS: this very try was made before. */
  tried?: boolean;
  used_today?: number | null;
}

interface WalkRow extends Row {
  step: number;
  kind: NotificationKind;
  type: string | null;
  ticket_id: string | null;
  locale: string;
  content: NoticeContent | null;
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
  at: Date;
}

const FIND = `
SELECT id, kind, type, success, settled, method, reason, delivered_to FROM whatsapp_optin.notification_logs
WHERE organization_id = $1::text AND id = $2::uuid`;

const FIND_ATTEMPTS = `
SELECT tier, status, late, reason, provider_message_id, error_code, at FROM whatsapp_optin.notification_attempts
WHERE organization_id = $1::text AND notification_id = $2::uuid
ORDER BY attempt_number, at`;

export function createNotificationStore(database: Database, wasErased?: ErasedPhones): NotificationStore {
  return {
    ...createRecipientLoader(database, wasErased),
    async begin(input) {
      const begun = await database.query(BEGIN, [
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
      ]);
      return begun.length > 0;
    },
    async claimPush(key, provider) {
      const values = [key.organizationId, key.attemptId, key.notificationId, provider, key.number];
      const [row] = await database.query<Claimed>(CLAIM_PUSH, values);
      return refusal(row, 'already_sent');
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
        key.number,
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
      return { refused: refusal(row, row?.tried ? 'already_sent' : 'sms_limit'), usedToday: row?.used_today ?? null };
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
    async pause(organizationId, notificationId, step, stretch) {
      await database.query(PAUSE_WALK, [
        organizationId,
        notificationId,
        stretch.success,
        stretch.method,
        stretch.reason,
        stretch.deliveredTo,
        stretch.skips.map(() => uuidv7()),
        stretch.skips.map(({ tier }) => tier),
        stretch.skips.map(({ reason }) => reason),
        stretch.settled,
        stretch.tiersLeft,
        stretch.waiting?.tier ?? null,
        stretch.waiting?.for ?? null,
        stretch.dueInMs,
        stretch.skips.map(({ number }) => number),
        step,
      ]);
    },
    async takeUp(organizationId, notificationId, step, because) {
      const [row] = await database.query<WalkRow>(TAKE_UP, [
        organizationId,
        notificationId,
        step,
        because === 'failed',
      ]);
      if (row === undefined) return null;
      return {
        step: row.step,
        kind: row.kind,
        type: known(NOTIFICATION_TYPES, row.type),
        ticketId: row.ticket_id,
        locale: row.locale,
        content: row.content,
        tiersLeft: row.tiers_left,
        expired: row.expired,
      };
    },
    async due(limit) {
      const rows = await database.query<{
        organization_id: string;
        id: string;
        step: number;
        waiting_tier: SendingTier | null;
      }>(TAKE_DUE, [limit]);
      return rows.map((row) => ({
        organizationId: row.organization_id,
        notificationId: row.id,
        step: row.step,
        waitingTier: row.waiting_tier,
      }));
    },
    async position(organizationId, notificationId) {
      const [row] = await database.query<{
        step: number;
        settled: boolean;
        method: string | null;
        waiting_tier: SendingTier | null;
        waiting_for: 'sent' | 'delivered' | null;
      }>(READ_WALK, [organizationId, notificationId]);
      if (row === undefined) return null;
      return {
        step: row.step,
        settled: row.settled,
        method: known(DELIVERY_METHODS, row.method),
        waitingTier: row.waiting_tier,
        waitingFor: row.waiting_for,
      };
    },
    async confirm(organizationId, notificationId, step, tier) {
      return (await database.query(CONFIRM, [organizationId, notificationId, step, tier])).length > 0;
    },
    async failWalk(organizationId, notificationId, errorName) {
      await database.query(FAIL_WALK, [organizationId, notificationId, errorName, FAILURES_BEFORE_PARKING]);
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

function refusal(row: Claimed | undefined, otherwise: Reason): Reason | null {
  if (row?.claimed) return null;
  if (row?.opted_out) return 'opted_out';
  return row?.worth_sending === false ? 'expired' : otherwise;
}

/** A value of a closed list, or `null`: a later version may have stored words that this one does not know. */
function known<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((one) => one === value) ?? null;
}
