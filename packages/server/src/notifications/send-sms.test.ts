import { expect, it } from 'vitest';
import type { RateLimiter } from '../providers/rate-limiter.js';
import type { SendFailure } from '../providers/send-outcome.js';
import type { NotificationMessage } from './notification-message.js';
import type { Recipient, SmsClaim } from './notification-store.js';
import { SYSTEM_CLOCKS } from './send-claimed.js';
import { createSmsSend } from './send-sms.js';
import type { SenderDependencies } from './sender.js';

const FULL: SendFailure = { action: 'retry', retryAfterMs: 900, errorCode: 'queue_full' };

it.each([
  [FULL, false],
  [null, true],
])('with the refusal %o of our own limiter an SMS counts: %s', async (refusal, isCounted) => {
  const claims: SmsClaim[] = [];
  let calls = 0;
  const parts = {
    store: {
      claimSms: async (_key: unknown, claim: SmsClaim) => {
        claims.push(claim);
        return { refused: null, usedToday: null };
      },
    },
    sms: {
      name: 'twilio',
      sendSms: async () => {
        calls += 1;
        return { status: 'accepted', providerMessageId: 'SM1' };
      },
    },
    smsRateLimiter: { schedule: (_person, work) => work(refusal) } satisfies Pick<RateLimiter, 'schedule'>,
    clocks: SYSTEM_CLOCKS,
    settings: { sms: { allowedCountries: ['SA'], dailyLimit: 200, centsPerSegment: null } },
  };
  const send = createSmsSend(parts as unknown as SenderDependencies);
  const key = { organizationId: 'clinic', notificationId: 'n', attemptId: 'a', number: 1 };
  const message = { organization: { id: 'clinic' }, type: 'critical', smsText: 'Come now' } as NotificationMessage;
  const recipient = { ticketId: 't', contact: null, phone: '+966500000001' } as Recipient;
  const result = await send(key, message, recipient, null);
  expect(result).toMatchObject(
    refusal === null ? { status: 'accepted' } : { status: 'failed', errorCode: 'queue_full' },
  );
  expect([claims.map((claim) => claim.isCounted), calls]).toEqual([[isCounted], refusal === null ? 1 : 0]);
});
