import type { AccountAlertKind, AlertSeverity } from '@whatsapp-optin/sdk/contract';

/** What a platform says about the account or the number of the business. */
export interface AccountAlert {
  kind: Exclude<AccountAlertKind, 'test'>;
  severity: AlertSeverity;
  /** E.164; `null`: it is about the whole account. */
  businessNumber: string | null;
  /** The platform's own word, at most 100 characters. */
  code: string;
  /** In English, for staff; at most 300 characters. */
  message: string;
  at: Date | null;
}
