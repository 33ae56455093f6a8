import { describe, expect, it } from 'vitest';
import type { WebhookTarget } from '../accounts/webhook-target.js';
import type { DeliveryStatus, InboundEvent } from '../providers/inbound-event.js';
import type { WebhookRequest } from '../providers/whatsapp-provider.js';
import { createInboundService } from './inbound-service.js';
import type { AcceptedMessage, InboundItem } from './inbound-store.js';

interface AccountInput {
  organizationId: string;
  /** What its webhooks name it by. */
  address: string;
  secret: string;
  events?: (body: string) => InboundEvent[];
}

const message = (address: string): InboundEvent => ({
  kind: 'message',
  providerMessageId: address,
  sentAt: null,
  sender: [{ kind: 'e164', value: '+966500000001' }],
  senderName: null,
  contentType: 'text',
  text: 'hello',
  raw: {},
});
const stray = (key: string): InboundEvent => ({ kind: 'ignored', why: 'other_instance', keep: { key, raw: {} } });

/** Reads `<address>[,<address>]!<secret>` as one message to each address. */
function createService(accounts: readonly AccountInput[]) {
  const asked: string[] = [];
  const accepted: string[] = [];
  const keptEvents: string[] = [];
  const reported: string[] = [];
  const never = () => Promise.reject(new Error('not asked for here'));
  const meta = accounts.map(({ organizationId, address, secret, events }): WebhookTarget => {
    const read = (body: string) =>
      (body.split('!')[0] ?? '').split(',').map((one) => (one === address ? message(one) : stray(one)));
    return {
      account: { organizationId, provider: 'meta', businessNumber: '+966500000000', evidence: 'signed_webhook' },
      vendor: {
        webhookAddresses: [address],
        verifyWebhook: ({ rawBody }) => {
          asked.push(organizationId);
          return new TextDecoder().decode(rawBody).endsWith(`!${secret}`) ? 'genuine' : 'forged';
        },
        parseWebhook: ({ rawBody }) => (events ?? read)(new TextDecoder().decode(rawBody)),
      },
    };
  });
  const service = createInboundService({
    receivers: { meta, ultramsg: [], twilio_whatsapp: [], twilio_sms: [], twilio_status: [] },
    store: {
      batches: { size: 32, atOnce: 2 },
      accept: async (batch: readonly InboundItem[]) => {
        accepted.push(...batch.map(({ account }) => account.organizationId));
        return batch.map(() => ({ owesReply: false }) as AcceptedMessage);
      },
      takePending: never,
      reject: never,
      failPending: never,
      changeIdentity: never,
      recordReaction: never,
      recordAlert: never,
      keepEvent: async ({ organizationId, key }) => void keptEvents.push(`${organizationId}:${key}`),
    },
    deliveries: { report: async ({ organizationId }) => void reported.push(organizationId) },
    organizations: { find: async () => null },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    settings: { sessionDurationHours: 24, keywords: { stop: [], start: [] } },
    onReplyOwed: () => undefined,
    onPending: () => undefined,
    onAlert: () => undefined,
  });
  const receive = async (body: string) => {
    const url = new URL('https://example.test/api/webhooks/meta');
    const rawBody = new TextEncoder().encode(body);
    const request: WebhookRequest = { method: 'POST', url, headers: new Headers(), rawBody };
    return (await service.receive('meta', request)).status;
  };
  return { receive, asked, accepted, keptEvents, reported };
}

const A = { organizationId: 'a', address: '1001', secret: 'ours' };
const B = { organizationId: 'b', address: '1002', secret: 'theirs' };
const C = { organizationId: 'c', address: '1003', secret: 'ours' };

describe('a webhook of a server with several accounts', () => {
  it('is checked with the secret of the account that it names, and with no other', async () => {
    const { receive, asked, accepted } = createService([A, B, C]);
    expect(await receive('1003!ours')).toBe('accepted');
    expect([asked, accepted]).toEqual([['c'], ['c']]);
  });

  it('that names two of them reaches both', async () => {
    const { receive, accepted, keptEvents } = createService([A, B, C]);
    expect(await receive('1001,1003!ours')).toBe('accepted');
    expect([accepted, keptEvents]).toEqual([['a', 'c'], []]);
  });

  it('is another account’s where the secret says so, and is kept', async () => {
    const { receive, accepted, keptEvents } = createService([A, B]);
    expect(await receive('1001!theirs')).toBe('accepted');
    expect([accepted, keptEvents]).toEqual([[], [':1001']]);
  });

  it('is forged where no secret fits', async () => {
    const { receive, asked, accepted } = createService([A, B]);
    expect(await receive('1001!none')).toBe('forged');
    expect([asked, accepted]).toEqual([['a', 'b'], []]);
  });

  it('asks the others about an item that the named account does not know', async () => {
    const hidden = { ...C, address: 'never named', events: () => [stray('1001'), message('x')] };
    const { receive, accepted, keptEvents } = createService([A, hidden]);
    expect(await receive('1001,x!ours')).toBe('accepted');
    expect([accepted, keptEvents]).toEqual([['a', 'c'], []]);
  });
});

it('a status that names its organization is reported to that one alone', async () => {
  const status: DeliveryStatus = {
    kind: 'status',
    providerMessageId: 'SM1',
    correlationId: null,
    organizationId: 'b',
    status: 'delivered',
    at: null,
    failure: null,
    price: null,
  };
  const shared = { address: '1001', secret: 'ours', events: () => [status] };
  const accounts = ['a', 'b', 'c'].map((organizationId) => ({ ...shared, organizationId }));
  const { receive, reported } = createService(accounts);
  expect(await receive('1001!ours')).toBe('accepted');
  expect(reported).toEqual(['b']);
});
