import type { WhatsAppAccount } from '../accounts/whatsapp-account.js';
import type { Log } from '../log.js';
import type { AccountAlert } from '../providers/account-alert.js';
import type { KeptEvent } from '../providers/inbound-event.js';
import type { InboundStore } from './inbound-store.js';

export interface AlertRecorderParts {
  store: Pick<InboundStore, 'recordAlert'>;
  log: Log;
  /** Called with each alert that is new. */
  onAlert(alert: Pick<AccountAlert, 'kind' | 'severity'> & { provider: string }): void;
}

/** Records what a platform says of an account: once in the database, in the log, and in the metrics. */
export function createAlertRecorder({ store, log, onAlert }: AlertRecorderParts) {
  return async (account: WhatsAppAccount, alert: AccountAlert, keep: KeptEvent): Promise<void> => {
    if (!(await store.recordAlert(account, alert, keep))) return;
    const { organizationId, provider } = account;
    const { kind, severity, code } = alert;
    log.warn({ organizationId, provider, kind, severity, code }, 'the platform alerts');
    onAlert({ provider, kind, severity });
  };
}
