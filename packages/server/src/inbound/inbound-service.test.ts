import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../providers/whatsapp-provider.js';
import type { InboundEvent } from '../providers/inbound-event.js';
import { createInboundService } from './inbound-service.js';
import type { AcceptedMessage, InboundItem } from './inbound-store.js';
import type { WebhookTarget } from '../accounts/webhook-target.js';

const message = (text: string): InboundEvent => ({
  kind: 'message',
  providerMessageId: text,
  sentAt: null,
  sender: [{ kind: 'e164', value: `+9665000000${text.length}` }],
  senderName: null,
  contentType: 'text',
  text,
  raw: {},
});

/** A service of one receiver whose webhooks hold these events, and whose organization cannot be read. */
function createService(events: InboundEvent[]) {
  const texts: string[] = [];
  const never = () => Promise.reject(new Error('not asked for here'));
  const receiver: WebhookTarget = {
    account: {
      organizationId: 'clinic',
      provider: 'meta',
      businessNumber: '+966500000000',
      evidence: 'signed_webhook',
    },
    vendor: { verifyWebhook: () => 'genuine', parseWebhook: () => events },
  };
  const service = createInboundService({
    receivers: { meta: [receiver], ultramsg: [], twilio_whatsapp: [], twilio_sms: [], twilio_status: [] },
    store: {
      batches: { size: 32, atOnce: 2 },
      accept: async (items: readonly InboundItem[]) => {
        texts.push(...items.map(({ event }) => event.text));
        return items.map(() => ({ owesReply: false }) as AcceptedMessage);
      },
      takePending: never,
      reject: never,
      failPending: never,
      changeIdentity: never,
      keepEvent: never,
    },
    deliveries: { report: never },
    organizations: { find: () => new Promise((_, reject) => setImmediate(reject, new Error('the database is away'))) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    settings: { sessionDurationHours: 24, keywords: { stop: [], start: [] } },
    onReplyOwed: () => undefined,
    onPending: () => undefined,
  });
  return { service, texts };
}

describe('a webhook with an event that cannot be handled', () => {
  it('accepts the others, and is to be redelivered', async () => {
    // For a bare "cancel" the organization is asked what it means.
    const { service, texts } = createService([message('cancel'), message('hi'), message('cancel'), message('hello')]);
    await expect(service.receive('meta', {} as WebhookRequest)).rejects.toThrow('2 events');
    expect(texts.sort()).toEqual(['hello', 'hi']);
  });
});
