import type { RetentionSettings } from '@whatsapp-optin/sdk/contract';

/**
 * Days that each kind of data is kept by default: texts for a quarter, names and phones for a year, steps of the funnel
 * until they are counted, statuses until they are applied. Consents and the keys behind sends stay for ever: they name
 * nobody.
 */
export const DEFAULT_RETENTION_DAYS: RetentionSettings = Object.freeze({
  messages: 90,
  funnel: 90,
  statuses: 30,
  customers: 365,
  audit: 730,
});
