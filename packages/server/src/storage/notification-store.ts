import type { NotificationStore } from '../notifications/notification-store.js';
import { createAttemptStore } from './attempt-store.js';
import type { Database } from './database.js';
import { endOfRun, inBatches } from './forget-in-batches.js';
import { createRecipientLoader, type ErasedPhones } from './recipient-loader.js';
import { createRunStore } from './run-store.js';
import { FORGET_CONTENT, RECONCILE_ATTEMPTS } from './run-statements.js';

export function createNotificationStore(database: Database, wasErased?: ErasedPhones): NotificationStore {
  return {
    ...createRecipientLoader(database, wasErased),
    ...createAttemptStore(database),
    ...createRunStore(database),
    async reconcileLost() {
      return (await database.query(RECONCILE_ATTEMPTS)).length;
    },
    async forgetContent() {
      await inBatches(database, { text: FORGET_CONTENT, values: [], endsAtMs: endOfRun() });
    },
  };
}
