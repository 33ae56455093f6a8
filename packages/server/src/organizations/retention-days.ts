import type { RetentionSettings } from '@whatsapp-optin/sdk/contract';

/**
 * Days that each kind of data is kept by default: texts for a quarter, names and phones for a year, opt-ins until they are
 * counted, statuses until they are applied. Attempts and the keys that prove them stay for four years, the limitation of
 * claims under the TCPA. Consents stay for ever: they name nobody.
 */
export const DEFAULT_RETENTION_DAYS: RetentionSettings = Object.freeze({
  messages: 90,
  funnel: 90,
  statuses: 30,
  customers: 365,
  notifications: 1_460,
  audit: 730,
});
