import type { ReportService } from '../analytics/report-service.js';
import type { ResolvedOptions } from '../config/resolve-options.js';
import { runAll } from '../jobs/run-all.js';
import type { Log } from '../log.js';
import type { SessionService } from '../sessions/whatsapp-session.js';
import type { Stores } from '../storage/create-stores.js';
import type { Database } from '../storage/database.js';
import { claimJobRun } from '../storage/job-runs.js';
import { maintainStorage } from '../storage/maintenance.js';
import { rollUpDays } from '../storage/minute-counts.js';
import { forgetOldData } from '../storage/retention.js';

/** Each five minutes, and each quarter of an hour. A timer that is a little early must not miss its turn by a whole one. */
const EARLY_SECONDS = 30;
const CLEAN_UP_INTERVAL_SECONDS = 300 - EARLY_SECONDS;
/** Of many organizations each asks two dozen statements. */
const FORGET_INTERVAL_SECONDS = 900 - EARLY_SECONDS;

export interface CleanUpParts {
  database: Database;
  /** The same, for statements that take longer. */
  patient: Database;
  stores: Pick<Stores, 'reservations' | 'notifications'>;
  sessions: Pick<SessionService, 'cleanUpExpired'>;
  reports: Pick<ReportService, 'checkDue'>;
  settings: Pick<ResolvedOptions, 'messageRetentionDays' | 'notificationRetentionDays'>;
  log: Log;
  settleLost(): Promise<void>;
}

/** The upkeep that one server of a database does at a time. */
export function createCleanUp({
  database,
  patient,
  stores,
  sessions,
  reports,
  settings,
  log,
  settleLost,
}: CleanUpParts) {
  return {
    claim: (): Promise<boolean> => claimJobRun(database, 'clean-up', CLEAN_UP_INTERVAL_SECONDS),
    run: (): Promise<void> =>
      runAll(
        {
          lost: settleLost,
          expiredSessions: () => sessions.cleanUpExpired(),
          storage: () => maintainStorage(patient),
          reservations: () => stores.reservations.deleteFree(),
          dailyCounts: () => rollUpDays(patient),
          consentChains: () => reports.checkDue(),
          contents: () => stores.notifications.forgetContent(),
          oldData: async () => {
            if (await claimJobRun(database, 'old-data', FORGET_INTERVAL_SECONDS))
              await forgetOldData(patient, settings);
          },
        },
        log,
      ),
  };
}
