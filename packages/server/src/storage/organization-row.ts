import {
  MESSAGE_ACTIONS,
  MESSAGE_STYLES,
  NOTIFICATION_TYPES,
  RETENTION_KINDS,
  SUPPORTED_LOCALES,
  type QuickReplies,
} from '@whatsapp-optin/sdk/contract';
import type { Organization } from '../organizations/organization.js';
import type { Row } from './database.js';

export interface OrganizationRow extends Row {
  id: string;
  name: string;
  whatsapp_number: string | null;
  whatsapp_enabled: boolean;
  message_style: string;
  default_locale: string;
  time_zone: string;
  quiet_from: string | null;
  quiet_until: string | null;
  renewal_enabled: boolean;
  cancel_words: string;
  sms_daily_limit: number | null;
  sms_allowed_countries: string[] | null;
  retention_days: unknown;
  actions: unknown;
  leave_frees_ticket: boolean;
  quick_replies: unknown;
}

export const ORGANIZATION_COLUMNS = `id, name, whatsapp_number, whatsapp_enabled, message_style, default_locale, time_zone,
  to_char(quiet_from, 'HH24:MI') AS quiet_from, to_char(quiet_until, 'HH24:MI') AS quiet_until, renewal_enabled,
  cancel_words, sms_daily_limit, sms_allowed_countries, retention_days, actions,
  leave_frees_ticket, quick_replies`;

export function toOrganization(row: OrganizationRow): Organization {
  return {
    id: row.id,
    name: row.name,
    whatsappNumber: row.whatsapp_number,
    whatsappEnabled: row.whatsapp_enabled,
    messageStyle: MESSAGE_STYLES.find((style) => style === row.message_style) ?? 'branded',
    defaultLocale: row.default_locale,
    timeZone: row.time_zone,
    quietHours:
      row.quiet_from === null || row.quiet_until === null ? null : { from: row.quiet_from, until: row.quiet_until },
    renewalEnabled: row.renewal_enabled,
    cancelWords: row.cancel_words === 'stop' ? 'stop' : 'staff',
    smsDailyLimit: row.sms_daily_limit,
    smsAllowedCountries: row.sms_allowed_countries,
    actions: toActions(row.actions),
    leaveFreesTicket: row.leave_frees_ticket,
    quickReplies: toQuickReplies(row.quick_replies),
    retentionDays: toRetentionDays(row.retention_days),
  };
}

/** Without what a later version may know. */
function toActions(stored: unknown): Organization['actions'] {
  const byType = (stored ?? {}) as Record<string, unknown>;
  const known = NOTIFICATION_TYPES.map((type) => {
    const names = byType[type];
    return [type, MESSAGE_ACTIONS.filter((action) => Array.isArray(names) && names.includes(action))] as const;
  });
  return Object.fromEntries(known.filter(([, actions]) => actions.length > 0));
}

function toQuickReplies(stored: unknown): QuickReplies {
  const byLocale = (stored ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    SUPPORTED_LOCALES.flatMap((locale) => {
      const texts = byLocale[locale];
      return Array.isArray(texts) ? [[locale, texts.filter((text) => typeof text === 'string')] as const] : [];
    }),
  );
}

function toRetentionDays(stored: unknown): Organization['retentionDays'] {
  const days = stored as Record<string, unknown> | null;
  return Object.fromEntries(
    RETENTION_KINDS.flatMap((kind) => (typeof days?.[kind] === 'number' ? [[kind, days[kind]] as const] : [])),
  );
}
