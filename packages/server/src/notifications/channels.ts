import type { Reason } from '@whatsapp-optin/sdk/contract';
import type { ConnectedChannel } from '../inbound/channel.js';
import {
  VAPID_REFUSED,
  type HostPushNotification,
  type HostPushSender,
  type PushMessage,
  type PushSender,
} from '../providers/push-sender.js';
import type { SendFailure, SendOutcome } from '../providers/send-outcome.js';
import type { SmsProvider } from '../providers/sms-provider.js';
import type { PushStore } from '../push/push-store.js';
import type { AttemptResult, Recipient } from './notification-store.js';

/** Result of a channel, and who got it where that is worth telling. */
export interface ChannelResult extends AttemptResult {
  deliveredTo: string | null;
  /** What a paid vendor's refusal asks for. */
  failure: SendFailure | null;
}

const nothing = { reason: null, providerMessageId: null, errorCode: null, deliveredTo: null, failure: null };

/** One paid send, in the words of an attempt. */
export function readOutcome(outcome: SendOutcome, refused: Reason, deliveredTo: string): ChannelResult {
  switch (outcome.status) {
    case 'accepted':
      return { ...nothing, status: 'accepted', providerMessageId: outcome.providerMessageId, deliveredTo };
    case 'unknown':
      return { ...nothing, status: 'unknown', reason: 'unknown_outcome', errorCode: outcome.errorCode };
    case 'failed': {
      const { action, errorCode } = outcome.failure;
      // A vendor that answered has refused; one that can be tried again was not there.
      const reason = action === 'retry' ? 'provider_unavailable' : refused;
      return { ...nothing, status: 'failed', reason, errorCode, failure: outcome.failure };
    }
  }
}

export async function sendByWhatsApp(
  channel: ConnectedChannel,
  recipient: Recipient,
  input: { text: string; attemptId: string; urgent: boolean },
): Promise<ChannelResult> {
  const to = recipient.contact?.identities ?? [];
  const outcome = await channel.vendor.sendText({
    to,
    text: input.text,
    correlationId: input.attemptId,
    urgent: input.urgent,
  });
  const phone = to.find(({ kind }) => kind === 'e164')?.value ?? recipient.phone;
  return readOutcome(outcome, 'whatsapp_failed', phone ?? 'WhatsApp');
}

export async function sendBySms(
  provider: SmsProvider,
  input: { to: string; text: string; attemptId: string },
): Promise<ChannelResult> {
  const outcome = await provider.sendSms({ to: input.to, text: input.text, correlationId: input.attemptId });
  return readOutcome(outcome, 'sms_failed', input.to);
}

/** All devices at once; one that accepts is enough. A dead subscription is deleted. */
export async function sendByWebPush(
  input: { sender: PushSender; store: PushStore; organizationId: string },
  recipient: Recipient,
  message: PushMessage,
): Promise<ChannelResult> {
  const outcomes = await Promise.all(
    recipient.pushSubscriptions.map(async (subscription) => {
      const outcome = await input.sender.send(subscription, message);
      if (outcome.status === 'gone') await input.store.remove(input.organizationId, subscription.id, null);
      return outcome;
    }),
  );
  const accepted = outcomes.filter(({ status }) => status === 'accepted').length;
  if (accepted > 0) return { ...nothing, status: 'accepted', deliveredTo: devices(accepted) };
  const failed = outcomes.find((outcome) => outcome.status === 'failed');
  const errorCode = failed?.errorCode ?? 'gone';
  // Our own keys are refused: every push fails until somebody looks.
  const failure: SendFailure | null =
    errorCode === VAPID_REFUSED ? { action: 'bad_credentials', retryAfterMs: null, errorCode } : null;
  return { ...nothing, status: 'failed', reason: 'push_failed', errorCode, failure };
}

/** The host's own sender: no device of the customer's is not a failure, there is nobody to push to. */
export async function sendByHost(send: HostPushSender, notification: HostPushNotification): Promise<ChannelResult> {
  try {
    const { success, deliveredCount } = await send(notification);
    if (success && deliveredCount > 0) return { ...nothing, status: 'accepted', deliveredTo: devices(deliveredCount) };
    return success
      ? { ...nothing, status: 'skipped', reason: 'no_push_subscription' }
      : { ...nothing, status: 'failed', reason: 'push_failed', errorCode: 'host_refused' };
  } catch {
    return { ...nothing, status: 'failed', reason: 'push_failed', errorCode: 'host_error' };
  }
}

function devices(count: number): string {
  return count === 1 ? '1 device' : `${count} devices`;
}
