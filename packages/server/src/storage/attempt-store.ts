import { ATTEMPT_STATUSES, type AttemptStatus, type Reason } from '@whatsapp-optin/sdk/contract';
import type {
  AttemptKey,
  AttemptResult,
  NewRun,
  NotificationStore,
  Window,
} from '../notifications/notification-store.js';
import type { ActionOffer } from '../notifications/offered-actions.js';
import { statusHash } from './delivery-store.js';
import type { Database } from './database.js';
import { toBytea } from './inbound-item.js';
import { known } from './known-value.js';
import { CLAIM_PUSHES, CLAIM_SMS, CLAIM_WHATSAPP, RECORD } from './notification-statements.js';
import { byNotification, keyColumns, runColumns } from './run-columns.js';
import { gather, type ItemRow } from './set-statement.js';

interface Claimed extends ItemRow {
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

interface PushClaim {
  key: AttemptKey;
  provider: string;
  begins: NewRun | null;
}

interface WhatsAppClaim {
  key: AttemptKey;
  contactId: string;
  provider: string;
  claim: Window & { offer?: ActionOffer | null };
}

interface Answer {
  key: AttemptKey;
  result: AttemptResult;
  provider: string;
}

interface Recorded {
  status: AttemptStatus;
  statusesWait: boolean;
}

/** Claims and answers of attempts. */
export function createAttemptStore(
  database: Database,
): Pick<NotificationStore, 'claimPush' | 'claimWhatsApp' | 'claimSms' | 'record'> {
  const claimPush = gather<PushClaim, Reason | 'stored_before' | null, Claimed & { begun: boolean }>(database, {
    sql: { together: CLAIM_PUSHES, alone: CLAIM_PUSHES },
    toColumns: ({ key, provider, begins }) => ({
      ...{ ...attemptColumns(key), provider, begins: begins !== null },
      ...(begins && runColumns(begins)),
    }),
    toResult: (row, { begins }) =>
      begins !== null && row?.begun !== true ? 'stored_before' : refusal(row, 'already_sent'),
    ...byNotification(({ key }: PushClaim) => key),
  });
  const claimWhatsApp = gather<WhatsAppClaim, Reason | null, Claimed>(database, {
    sql: CLAIM_WHATSAPP,
    toColumns: ({ key, contactId, provider, claim }) => ({
      ...{ ...attemptColumns(key), provider, contact_id: contactId, business_number: claim.businessNumber },
      ...{ margin_seconds: claim.marginSeconds, offered_actions: claim.offer?.actions, offered_as: claim.offer?.as },
    }),
    toResult: (row) => refusal(row, row?.open ? 'already_sent' : 'no_active_session'),
    ...byNotification(({ key }: WhatsAppClaim) => key),
  });
  const record = gather<Answer, Recorded, ItemRow & { status: string | null; statuses_wait: boolean }>(database, {
    sql: RECORD,
    toColumns: ({ key, result, provider }) => ({
      ...{
        organization_id: key.organizationId,
        attempt_id: key.attemptId,
        status: result.status,
        reason: result.reason,
      },
      ...{ provider_message_id: result.providerMessageId, error_code: result.errorCode },
      message_hash: result.providerMessageId === null ? null : toBytea(statusHash(provider, result.providerMessageId)),
    }),
    toResult: (row, { result }) => ({
      status: known(ATTEMPT_STATUSES, row?.status ?? null) ?? result.status,
      statusesWait: row?.statuses_wait === true,
    }),
    orderOf: ({ key }) => `${key.organizationId} ${key.attemptId}`,
  });

  return {
    claimPush: (key, provider, begins = null) => claimPush({ key, provider, begins }),
    claimWhatsApp: (key, contactId, provider, claim) => claimWhatsApp({ key, contactId, provider, claim }),
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
        sms.isCounted,
      ]);
      const otherwise = row?.tried ? 'already_sent' : row?.unproven ? 'sms_disabled' : 'sms_limit';
      return { refused: refusal(row, otherwise), usedToday: row?.used_today ?? null };
    },
    record: (key, result, provider) => record({ key, result, provider }),
  };
}

const attemptColumns = (key: AttemptKey) => ({ ...keyColumns(key), attempt_id: key.attemptId, number: key.number });

function refusal(row: Omit<Claimed, 'position'> | undefined, otherwise: Reason): Reason | null {
  if (row?.claimed) return null;
  if (row?.opted_out) return 'opted_out';
  if (row?.paused) return 'quiet_hours';
  return row?.worth_sending === false ? 'expired' : otherwise;
}
