import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../providers/whatsapp-provider.js';
import type { InboundEvent, InboundMessage } from '../providers/inbound-event.js';
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

/** A service of one receiver whose webhooks hold these events. Without an answer the organization cannot be read. */
function createService(events: InboundEvent[], organization?: null) {
  const texts: string[] = [];
  const items: InboundItem[] = [];
  const keptEvents: string[] = [];
  const never = () => Promise.reject(new Error('not asked for here'));
  const receiver: WebhookTarget = {
    account: {
      organizationId: 'clinic',
      provider: 'meta',
      businessNumber: '+966500000000',
      evidence: 'signed_webhook',
    },
    vendor: { webhookAddresses: [], verifyWebhook: () => 'genuine', parseWebhook: () => events },
  };
  const service = createInboundService({
    receivers: { meta: [receiver], ultramsg: [], twilio_whatsapp: [], twilio_sms: [], twilio_status: [] },
    store: {
      batches: { size: 32, atOnce: 2 },
      accept: async (batch: readonly InboundItem[]) => {
        items.push(...batch);
        texts.push(...batch.map(({ event }) => event.text));
        return batch.map(() => ({ owesReply: false }) as AcceptedMessage);
      },
      takePending: never,
      reject: never,
      failPending: never,
      recordReaction: () => Promise.resolve(false),
      changeIdentity: never,
      recordAlert: never,
      keepEvent: async ({ why }) => void keptEvents.push(why),
    },
    deliveries: { report: never },
    organizations: {
      find: async () => {
        if (organization === null) return null;
        throw new Error('the database is away');
      },
    },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    settings: { sessionDurationHours: 24, keywords: { stop: [], start: [] } },
    onReplyOwed: () => undefined,
    onPending: () => undefined,
    onAlert: () => undefined,
  });
  return { service, texts, items, keptEvents };
}

describe('a webhook with an event that cannot be handled', () => {
  it('accepts the others, and is to be redelivered', async () => {
    // For a bare "cancel" the organization is asked what it means.
    const { service, texts } = createService([message('cancel'), message('hi'), message('cancel'), message('hello')]);
    await expect(service.receive('meta', {} as WebhookRequest)).rejects.toThrow('2 events');
    expect(texts.sort()).toEqual(['hello', 'hi']);
  });
});

describe('an edited message', () => {
  const edit = (text: string): InboundEvent => ({
    kind: 'ignored',
    why: 'edit',
    keep: { key: text, raw: {} },
    words: message(text) as InboundMessage,
  });

  it('stops where it now says so', async () => {
    const { service, items, keptEvents } = createService([edit('please stop texting me')]);
    await service.receive('meta', {} as WebhookRequest);
    expect(items).toMatchObject([{ keyword: 'stop', flag: null, rule: 'stop_sending', state: 'accepted' }]);
    expect(keptEvents).toEqual([]);
  });

  it.each(['hello', 'START', 'how do I stop?', 'Hi (ref: 0DP3-ZJ2R-7356)'])(
    'opens nothing where it says %j, and is kept for staff',
    async (text) => {
      const { service, items, keptEvents } = createService([edit(text)], null);
      await service.receive('meta', {} as WebhookRequest);
      expect(items).toEqual([]);
      expect(keptEvents).toEqual(['edit']);
    },
  );
});

describe('a message that may ask for a stop', () => {
  it('is accepted with its flag, without a keyword', async () => {
    const { service, items } = createService([message('how do I stop?')], null);
    await service.receive('meta', {} as WebhookRequest);
    expect(items).toMatchObject([{ keyword: null, flag: 'near_stop', rule: 'doubt' }]);
  });
});
