import type { AlertSeverity } from '@whatsapp-optin/sdk/contract';
import type { AccountAlert } from '../account-alert.js';
import { isJsonObject, type JsonObject } from '../json-object.js';

type Read = (value: JsonObject) => Omit<AccountAlert, 'businessNumber' | 'at'>;

const CRITICAL = new Set([
  'DISABLE',
  'DISABLED',
  'DISABLED_UPDATE',
  'SCHEDULE_FOR_DISABLE',
  'ACCOUNT_DELETED',
  'CRITICAL',
]);
const WARNINGS = new Set([
  ...['FLAGGED', 'DOWNGRADE', 'PAUSED', 'REJECTED', 'WARNING', 'ACCOUNT_VIOLATION', 'ACCOUNT_RESTRICTION'],
  ...['ACCOUNT_OFFBOARDED', 'PARTNER_REMOVED', 'PENDING_DELETION'],
]);

/** By field of the webhook (Graph v26.0): what Meta says about the account, its numbers and its templates. */
const FIELDS: Readonly<Record<string, Read>> = {
  phone_number_quality_update: (value) => {
    const code = wordOf(value['event']);
    const limit = wordOf(value['max_daily_conversations_per_business'] ?? value['current_limit']);
    const message = `The quality or the limit of the number has changed: ${code}, limit ${limit}.`;
    return { kind: 'quality', severity: severityOf(code), code, message };
  },
  business_capability_update: (value) => {
    const given = value['max_daily_conversations_per_business'] ?? value['max_daily_conversation_per_phone'];
    const code = wordOf(given);
    return { kind: 'limit', severity: 'info', code, message: `Customers that may be written to in a day: ${code}.` };
  },
  account_update: (value) => {
    const code = wordOf(value['event']);
    const ban = isJsonObject(value['ban_info']) ? wordOf(value['ban_info']['waba_ban_state']) : null;
    const violation = isJsonObject(value['violation_info']) ? wordOf(value['violation_info']['violation_type']) : null;
    const severity = ban === 'REINSTATE' ? 'info' : severityOf(ban ?? code, code);
    const message = `The account was updated: ${[code, ban, violation].filter((word) => word !== null).join(', ')}.`;
    return { kind: 'account', severity, code: ban ?? code, message };
  },
  account_alerts: (value) => {
    const info = isJsonObject(value['alert_info']) ? value['alert_info'] : value;
    const code = wordOf(info['alert_type']);
    const text = info['alert_description'];
    const message = typeof text === 'string' && text !== '' ? text.slice(0, 300) : `Meta alerts: ${code}.`;
    return { kind: 'account', severity: severityOf(wordOf(info['alert_severity'])), code, message };
  },
  message_template_status_update: (value) => {
    const code = wordOf(value['event']);
    const message = `The template ${wordOf(value['message_template_name'])} is now ${code}.`;
    return { kind: 'template', severity: severityOf(code), code, message };
  },
};

/** `null`: the field says nothing about the account. The caller compares numbers with the account's. */
export function readAccountAlert(field: unknown, value: JsonObject, entryTime: unknown): AccountAlert | null {
  if (typeof field !== 'string' || !Object.hasOwn(FIELDS, field)) return null;
  const alert = FIELDS[field]?.(value);
  if (alert === undefined) return null;
  const number = value['display_phone_number'] ?? value['phone_number'];
  const digits = typeof number === 'string' ? number.replaceAll(/\D/g, '') : '';
  const seconds = Number(entryTime);
  return {
    ...alert,
    businessNumber: digits === '' ? null : `+${digits}`,
    at: Number.isInteger(seconds) && seconds > 0 && seconds < 4_102_444_800 ? new Date(seconds * 1000) : null,
  };
}

function severityOf(...codes: readonly string[]): AlertSeverity {
  if (codes.some((code) => CRITICAL.has(code))) return 'critical';
  return codes.some((code) => WARNINGS.has(code)) ? 'warning' : 'info';
}

/** A word or a number of Meta's. */
function wordOf(given: unknown): string {
  if (typeof given !== 'string' && typeof given !== 'number') return 'UNKNOWN';
  return (
    String(given)
      .replaceAll(/[^\w .:-]/g, '')
      .slice(0, 100) || 'UNKNOWN'
  );
}
