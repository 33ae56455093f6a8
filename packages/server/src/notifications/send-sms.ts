import { smsLimitsOf } from '../organizations/sms-limits.js';
import type { SendFailure } from '../providers/send-outcome.js';
import { sendClaimed } from './send-claimed.js';
import { readOutcome } from './send-result.js';
import { URGENT_TYPES, type Send, type SenderDependencies } from './sender.js';
import { countSmsSegments } from './sms-segments.js';

/** The log warns when the day's SMS reach this share of their limit. */
const WARN_SHARE = 0.8;

/** Claims inside the rate limiter; the claim counts the day's SMS, and the record gives back what did not leave. */
export function createSmsSend({
  store,
  sms,
  smsRateLimiter,
  clocks,
  log,
  settings,
}: Pick<SenderDependencies, 'store' | 'sms' | 'smsRateLimiter' | 'clocks' | 'log' | 'settings'>): Send {
  return async (key, { organization, type, smsText: text }, { ticketId, contact, phone }) => {
    if (sms === null || phone === null) return 'sms_disabled';
    const { segments } = countSmsSegments(text);
    const { dailyLimit } = smsLimitsOf(organization, settings.sms);
    const { centsPerSegment } = settings.sms;
    const claim = async (isCounted: boolean) => {
      const { refused, usedToday } = await store.claimSms(key, {
        provider: sms.name,
        phone,
        contactId: contact?.id ?? null,
        text,
        type: type ?? 'critical',
        ticketId,
        dailyLimit,
        isCounted,
        timeZone: organization.timeZone,
        segments,
        estimatedCents: centsPerSegment === null ? null : segments * centsPerSegment,
      });
      if (usedToday !== null && usedToday === Math.ceil(dailyLimit * WARN_SHARE)) {
        log.warn({ organizationId: key.organizationId, usedToday, dailyLimit }, 'the daily limit of SMS is near');
      }
      return refused;
    };
    const send = (overLimit: SendFailure | null) =>
      sendClaimed(
        clocks,
        () => claim(overLimit === null),
        async () => {
          if (overLimit !== null) return readOutcome({ status: 'failed', failure: overLimit }, 'sms_failed', phone);
          const { attemptId: correlationId, organizationId } = key;
          return readOutcome(
            await sms.sendSms({ to: phone, text, correlationId, organizationId }),
            'sms_failed',
            phone,
          );
        },
      );
    return smsRateLimiter.schedule(phone, send, { urgent: URGENT_TYPES.includes(type) });
  };
}
