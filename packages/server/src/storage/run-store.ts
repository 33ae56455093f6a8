import {
  ATTEMPT_STATUSES,
  BASES,
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
} from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import { MAX_FAILURES } from '../dead-letters/dead-letter.js';
import type { NotificationContent } from '../notifications/notification-message.js';
import type {
  ClaimedRun,
  NewRun,
  NotificationKind,
  NotificationStore,
  RunProgress,
  StoredNotification,
} from '../notifications/notification-store.js';
import type { SendingTier } from '../notifications/tiers.js';
import type { Database, Row } from './database.js';
import { known } from './known-value.js';
import { byNotification, keyColumns, runColumns, type NotificationKey } from './run-columns.js';
import {
  BEGIN_RUNS,
  CLAIM_RUN,
  CONFIRM_RUNS,
  FAIL_RUN,
  FIND_NOTIFICATIONS,
  GET_RUNS,
  MARK_LOST,
  MARK_UNACKNOWLEDGED,
  SAVE_PROGRESS,
  TAKE_DUE_RUNS,
} from './run-statements.js';
import { gather, type ItemRow } from './set-statement.js';

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

interface LogRow extends ItemRow {
  id: string;
  kind: NotificationKind;
  type: string | null;
  success: boolean;
  settled: boolean;
  method: string | null;
  reason: string | null;
  delivered_to: string | null;
  attempts: AttemptJson[] | null;
}

/** As JSON gives it. */
interface AttemptJson {
  tier: string;
  status: string;
  late: boolean;
  reason: string | null;
  provider_message_id: string | null;
  error_code: string | null;
  basis: string | null;
  at: string;
}

interface Progress extends NotificationKey {
  step: number;
  progress: RunProgress;
}

interface Confirmation extends NotificationKey {
  step: number;
  tier: SendingTier;
}

type RunState = NonNullable<Awaited<ReturnType<NotificationStore['getRun']>>>;

interface StateRow extends ItemRow {
  id: string | null;
  step: number;
  settled: boolean;
  method: string | null;
  waiting_tier: SendingTier | null;
  waiting_for: 'sent' | 'delivered' | null;
}

type RunMethod =
  | ('begin' | 'saveProgress' | 'find' | 'markUnacknowledged')
  | ('markLost' | 'claimRun' | 'takeDue' | 'getRun' | 'confirm' | 'failRun');

/** Notifications and how far each has come. */
export function createRunStore(database: Database): Pick<NotificationStore, RunMethod> {
  const begin = gather<NewRun, boolean, ItemRow>(database, {
    sql: { together: BEGIN_RUNS, alone: BEGIN_RUNS },
    toColumns: (run) => ({ ...keyColumns(run), ...runColumns(run) }),
    toResult: (row) => row !== undefined,
    ...byNotification((run: NewRun) => run),
  });
  const saveProgress = gather<Progress, StoredNotification | null, LogRow>(database, {
    sql: SAVE_PROGRESS,
    toColumns: ({ organizationId, notificationId, step, progress: { skips, ...progress } }) => ({
      ...{
        ...keyColumns({ organizationId, notificationId }),
        step,
        success: progress.success,
        method: progress.method,
      },
      ...{ reason: progress.reason, delivered_to: progress.deliveredTo, settled: progress.settled },
      ...{ tiers_left: progress.tiersLeft, waiting_tier: progress.waiting?.tier, waiting_for: progress.waiting?.for },
      ...{ due_in_ms: progress.dueInMs, skips: skips.map((skip) => ({ id: uuidv7(), ...skip })) },
    }),
    toResult: toNotification,
    ...byNotification((progress: Progress) => progress),
  });
  const markUnacknowledged = gather<NotificationKey, void, ItemRow>(database, {
    sql: MARK_UNACKNOWLEDGED,
    toColumns: keyColumns,
    toResult: () => undefined,
    ...byNotification((key: NotificationKey) => key),
  });
  const getRun = gather<NotificationKey, RunState | null, StateRow>(database, {
    sql: GET_RUNS,
    toColumns: keyColumns,
    toResult: (row) => (row?.id ? toState(row) : null),
    orderOf: ({ organizationId, notificationId }) => `${organizationId} ${notificationId}`,
  });
  const confirm = gather<Confirmation, boolean, ItemRow & { confirmed: boolean }>(database, {
    sql: CONFIRM_RUNS,
    toColumns: ({ step, tier, ...key }) => ({ ...keyColumns(key), step, tier }),
    toResult: (row) => row?.confirmed === true,
    ...byNotification((confirmation: Confirmation) => confirmation),
  });
  const find = gather<NotificationKey, StoredNotification | null, LogRow>(database, {
    sql: { together: FIND_NOTIFICATIONS, alone: FIND_NOTIFICATIONS },
    toColumns: keyColumns,
    toResult: toNotification,
    orderOf: ({ notificationId }) => notificationId,
  });

  return {
    begin,
    saveProgress: (organizationId, notificationId, step, progress) =>
      saveProgress({ organizationId, notificationId, step, progress }),
    async claimRun(organizationId, notificationId, step) {
      const [row] = await database.query<RunRow>(CLAIM_RUN, [organizationId, notificationId, step]);
      return row === undefined ? null : toRun(row);
    },
    async takeDue(limit, except) {
      const rows = await database.query<RunRow & { waiting_tier: SendingTier | null }>(TAKE_DUE_RUNS, [limit, except]);
      return rows.map((row) => ({ ...toRun(row), waitingTier: row.waiting_tier }));
    },
    getRun: (organizationId, notificationId) => getRun({ organizationId, notificationId }),
    confirm: (organizationId, notificationId, step, tier) => confirm({ organizationId, notificationId, step, tier }),
    async failRun(organizationId, notificationId, errorName) {
      await database.query(FAIL_RUN, [organizationId, notificationId, errorName, MAX_FAILURES]);
    },
    async markLost(organizationId, notificationId) {
      await database.query(MARK_LOST, [organizationId, notificationId]);
    },
    markUnacknowledged: (organizationId, notificationId) => markUnacknowledged({ organizationId, notificationId }),
    find: (organizationId, notificationId) => find({ organizationId, notificationId }),
  };
}

function toNotification(row: LogRow | undefined): StoredNotification | null {
  if (!row?.id) return null;
  return {
    id: row.id,
    kind: row.kind,
    type: known(NOTIFICATION_TYPES, row.type),
    success: row.success,
    settled: row.settled,
    method: known(DELIVERY_METHODS, row.method),
    reason: known(REASONS, row.reason),
    deliveredTo: row.delivered_to,
    attempts: (row.attempts ?? [])
      .map((attempt) => ({
        tier: known(TIERS, attempt.tier) ?? 'none',
        status: known(ATTEMPT_STATUSES, attempt.status) ?? 'unknown',
        late: attempt.late,
        reason: known(REASONS, attempt.reason),
        providerMessageId: attempt.provider_message_id,
        errorCode: attempt.error_code,
        basis: known(BASES, attempt.basis),
        at: new Date(attempt.at),
      }))
      .sort((one, other) => TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier)),
  };
}

function toState(row: StateRow): RunState {
  return {
    version: row.step,
    settled: row.settled,
    method: known(DELIVERY_METHODS, row.method),
    waitingTier: row.waiting_tier,
    waitingFor: row.waiting_for,
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
