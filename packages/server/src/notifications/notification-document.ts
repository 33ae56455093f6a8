import {
  NO_SESSION_COMPLIANCE_NOTE,
  NO_SESSION_SUGGESTION,
  type DeliveryMethod,
  type NotificationDocument,
  type Reason,
  type Tier,
} from '@whatsapp-optin/sdk/contract';
import type { StoredAttempt, StoredNotification } from './notification-store.js';

const IN_SESSION = 'Sent within the 24 hours after the customer wrote first';

/** The document of the API, from what is stored. */
export function toNotificationDocument(stored: StoredNotification): NotificationDocument {
  const method = stored.method ?? 'none';
  const refusedForSession =
    !stored.success &&
    stored.reason !== 'unknown_outcome' &&
    stored.attempts.some((attempt) => attempt.tier === 'whatsapp' && attempt.reason === 'no_active_session');
  const note = stored.success ? null : noteOf(stored.reason);
  return {
    id: stored.id,
    success: stored.success,
    method,
    ...(stored.reason !== null && { reason: stored.reason }),
    ...(stored.deliveredTo !== null && { deliveredTo: stored.deliveredTo }),
    ...(note !== null && { note }),
    attempted: attemptedTiers(stored.attempts),
    ...(refusedForSession && { suggestion: NO_SESSION_SUGGESTION, complianceNote: NO_SESSION_COMPLIANCE_NOTE }),
    ...(method === 'whatsapp_fallback' && { compliance: IN_SESSION }),
    settled: stored.settled,
    attempts: stored.attempts.map((attempt) => ({
      tier: attempt.tier,
      status: attempt.status,
      late: attempt.late,
      ...(attempt.reason !== null && { reason: attempt.reason }),
      ...(attempt.providerMessageId !== null && { providerMessageId: attempt.providerMessageId }),
      ...(attempt.errorCode !== null && { errorCode: attempt.errorCode }),
      ...(attempt.basis !== null && { basis: attempt.basis }),
      at: attempt.at.toISOString(),
    })),
  };
}

function attemptedTiers(attempts: readonly StoredAttempt[]): Tier[] {
  return attempts.filter(({ status }) => status !== 'skipped').map(({ tier }) => tier);
}

/** Result so far, from the attempts in order: the last that a vendor accepted, else the most specific refusal. */
export function summarizeAttempts(
  attempts: readonly Pick<StoredAttempt, 'tier' | 'status' | 'reason'>[],
  reachable: boolean,
): { success: boolean; method: DeliveryMethod; reason: Reason | null } {
  const accepted = attempts.filter(({ status }) => ['accepted', 'sent', 'delivered', 'read'].includes(status)).at(-1);
  if (accepted) return { success: true, method: METHOD_OF[accepted.tier], reason: accepted.reason };
  if (!reachable) return { success: false, method: 'push_only', reason: 'no_phone' };
  const tried = attempts.filter(({ status }) => status === 'failed' || status === 'unknown').at(-1);
  const whatsapp = attempts.find(({ tier }) => tier === 'whatsapp');
  const reason = tried?.reason ?? whatsapp?.reason ?? attempts.at(-1)?.reason ?? null;
  return { success: false, method: 'none', reason };
}

const METHOD_OF: Record<Tier, DeliveryMethod> = {
  push: 'push',
  whatsapp: 'whatsapp_fallback',
  sms: 'sms_fallback',
  none: 'none',
};

const NOTES: Partial<Record<Reason, string>> = {
  no_phone: 'Neither a phone nor a WhatsApp identity is known for this ticket',
  opted_out: 'The customer has asked for no more messages',
  whatsapp_disabled: 'WhatsApp is not enabled for this organization',
  unknown_outcome: 'A vendor may have taken the message; it is not sent again',
};

function noteOf(reason: Reason | null): string | null {
  return reason === null ? null : (NOTES[reason] ?? null);
}
