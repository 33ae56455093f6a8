import { createHash } from 'node:crypto';
import { VAPID_REFUSED, type HostPushSender, type PushMessage, type PushSender } from '../providers/push-sender.js';
import type { SendFailure } from '../providers/send-outcome.js';
import type { PushStore } from '../push/push-store.js';
import type { NotificationMessage } from './notification-message.js';
import type { AttemptKey, Recipient } from './notification-store.js';
import { sendClaimed } from './send-claimed.js';
import { NO_RESULT, type SendResult } from './send-result.js';
import { URGENT_TYPES, type Send, type SenderDependencies } from './sender.js';

const FREE_TEXT_TTL_SECONDS = 900;
const MAX_TTL_SECONDS = 3600;

/** Web push by the built-in sender, or by the host's own. */
export function createPushSend({
  store,
  pushStore,
  push,
  clocks,
  settings,
}: Pick<SenderDependencies, 'store' | 'pushStore' | 'push' | 'clocks' | 'settings'>): Send {
  return async (key, message, recipient, begins) => {
    const claimFor = (provider: string) => () => store.claimPush(key, provider, begins);
    if (push.kind === 'host') {
      return sendClaimed(clocks, claimFor('host'), () => sendByHost(push.send, key, message, recipient));
    }
    const sender = push.senderOf(key.organizationId);
    if (sender === null) return 'no_push_subscription';
    return sendClaimed(clocks, claimFor('web-push'), () => {
      const { type } = message;
      const ttlSeconds = type === null ? FREE_TEXT_TTL_SECONDS : settings.policies[type].deadlineSeconds;
      const pushMessage = toPushMessage(key, message, recipient, Math.min(ttlSeconds, MAX_TTL_SECONDS));
      return sendByWebPush({ sender, store: pushStore }, key, recipient, pushMessage);
    });
  };
}

/** Sends to all devices at once; one that accepts is enough. Deletes a subscription that is gone. */
async function sendByWebPush(
  { sender, store }: { sender: PushSender; store: PushStore },
  { organizationId }: AttemptKey,
  recipient: Recipient,
  message: PushMessage,
): Promise<SendResult> {
  const outcomes = await Promise.all(
    recipient.pushSubscriptions.map(async (subscription) => {
      const outcome = await sender.send(subscription, message);
      if (outcome.status === 'gone') await store.remove(organizationId, subscription.id, null);
      return outcome;
    }),
  );
  const accepted = outcomes.filter(({ status }) => status === 'accepted').length;
  if (accepted > 0) return { ...NO_RESULT, status: 'accepted', deliveredTo: devices(accepted) };
  const failed = outcomes.find((outcome) => outcome.status === 'failed');
  const errorCode = failed?.errorCode ?? 'gone';
  // The push service refuses our own keys: every push fails until somebody changes them.
  const failure: SendFailure | null =
    errorCode === VAPID_REFUSED ? { action: 'bad_credentials', retryAfterMs: null, errorCode } : null;
  return { ...NO_RESULT, status: 'failed', reason: 'push_failed', errorCode, failure };
}

/** No device of the customer's is not a failure: there is nobody to push to. */
async function sendByHost(
  send: HostPushSender,
  key: AttemptKey,
  message: NotificationMessage,
  recipient: Recipient,
): Promise<SendResult> {
  try {
    const { success, deliveredCount } = await send({
      id: key.notificationId,
      organizationId: key.organizationId,
      ticketId: recipient.ticketId ?? '',
      ticketNumber: recipient.ticketNumber,
      type: message.type ?? 'critical',
      title: message.title,
      message: message.text,
      locale: message.locale,
    });
    if (success && deliveredCount > 0) {
      return { ...NO_RESULT, status: 'accepted', deliveredTo: devices(deliveredCount) };
    }
    return success
      ? { ...NO_RESULT, status: 'skipped', reason: 'no_push_subscription' }
      : { ...NO_RESULT, status: 'failed', reason: 'push_failed', errorCode: 'host_refused' };
  } catch {
    return { ...NO_RESULT, status: 'failed', reason: 'push_failed', errorCode: 'host_error' };
  }
}

function toPushMessage(
  key: AttemptKey,
  { organization, type, locale, dir, title, text }: NotificationMessage,
  { ticketId, pageUrl }: Recipient,
  ttlSeconds: number,
): PushMessage {
  return {
    notificationId: key.notificationId,
    attemptId: key.attemptId,
    title,
    body: text,
    lang: locale,
    dir,
    url: pageUrl,
    // A newer push replaces an undelivered one of the same ticket. Push services take at most 32 letters and digits.
    topic: createHash('sha256').update(`${organization.id}\n${ticketId}`).digest('hex').slice(0, 32),
    ttlSeconds,
    urgency: URGENT_TYPES.includes(type) ? 'high' : 'normal',
  };
}

function devices(count: number): string {
  return count === 1 ? '1 device' : `${count} devices`;
}
