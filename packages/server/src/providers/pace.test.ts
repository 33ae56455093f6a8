import { describe, expect, it } from 'vitest';
import { paced } from './pace.js';
import type { SendOutcome } from './send-outcome.js';
import type { WhatsAppProvider } from './whatsapp-provider.js';

const ACCEPTED: SendOutcome = { status: 'accepted', providerMessageId: null };

function vendorThat(send: () => Promise<SendOutcome>): WhatsAppProvider {
  return {
    name: 'test',
    businessNumber: '+966500000000',
    evidence: 'signed_webhook',
    verifyWebhook: () => 'genuine',
    parseWebhook: () => [],
    sendText: send,
  };
}
const message = (phone: string) => ({
  to: [{ kind: 'e164' as const, value: phone }],
  text: 'hello',
  correlationId: 'c',
});

describe('a paced vendor', () => {
  it('is asked by so many at once and no more', async () => {
    let under = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const vendor = paced(
      vendorThat(async () => {
        under += 1;
        most = Math.max(most, under);
        await new Promise<void>((resolve) => ends.push(resolve));
        under -= 1;
        return ACCEPTED;
      }),
      { perSecond: 1000, pairSeconds: 0, concurrency: 3 },
    );
    const sends = Array.from({ length: 10 }, (_, index) => vendor.sendText(message(`+96650000000${index}`)));
    for (let ended = 0; ended < sends.length; ended += 1) {
      while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
      ends.shift()?.();
    }
    expect(await Promise.all(sends)).toEqual(sends.map(() => ACCEPTED));
    expect(most).toBe(3);
  });

  it('is not asked for a person who has too many messages waiting; that one may be tried again', async () => {
    const vendor = paced(
      vendorThat(() => Promise.resolve(ACCEPTED)),
      { perSecond: 1000, pairSeconds: 60, concurrency: 3 },
    );
    const phone = '+966500000001';
    expect(await vendor.sendText(message(phone))).toEqual(ACCEPTED);
    // Three wait for their minute; the fourth does not fit.
    void Promise.all([1, 2, 3].map(() => vendor.sendText(message(phone))));
    expect(await vendor.sendText(message(phone))).toMatchObject({
      status: 'failed',
      failure: { action: 'retry', retryAfterMs: 60_000, errorCode: 'queue_full' },
    });
    expect(await vendor.sendText(message('+966500000002'))).toEqual(ACCEPTED);
  });
});
