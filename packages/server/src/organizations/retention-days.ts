import type { RetentionSettings } from '@whatsapp-optin/sdk/contract';

/**
 * What is kept so long where nobody chose: texts for the questions of a quarter, steps of the funnel until they are counts,
 * vendors' reports until they have done their work, names and phones for the questions of a year. Consents and the keys
 * behind sends stay for ever: they name nobody.
 */
export const DEFAULT_RETENTION_DAYS: RetentionSettings = Object.freeze({
  messages: 90,
  funnel: 90,
  statuses: 30,
  customers: 365,
  audit: 730,
});
