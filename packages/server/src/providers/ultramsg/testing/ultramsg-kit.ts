import { readdirSync, readFileSync } from 'node:fs';
import type { UltraMsgOptions } from '../../../config/options.js';
import {
  postTo,
  withParameter,
  type KitMessage,
  type KitProviderInput,
  type ProviderKit,
} from '../../testing/provider-kit.js';
import { answer } from '../../testing/vendor-server.js';
import { createUltraMsgProvider } from '../ultramsg-provider.js';

const PATH = '/api/webhooks/ultramsg/inbound';
const BUSINESS_NUMBER = '+966500000000';
const FIXTURES = new URL('../fixtures/', import.meta.url);

/** Asking UltraMsg back is another test's. */
function options({ secrets, baseUrl }: KitProviderInput): UltraMsgOptions {
  return { instanceId: '1150', token: 'placeholder-token', baseUrl, webhookToken: secrets, verifyInbound: false };
}

function toItem({ id, from, text, sentAtMs }: KitMessage): object {
  const address = from === null ? '59682983022601@lid' : `${from.slice(1)}@c.us`;
  return {
    id: `false_${address}_3EB0${id}`,
    from: address,
    to: `${BUSINESS_NUMBER.slice(1)}@c.us`,
    type: 'chat',
    body: text,
    timestamp: sentAtMs / 1000,
  };
}

export const ULTRAMSG_KIT: ProviderKit = {
  name: 'ultramsg',
  businessNumber: BUSINESS_NUMBER,
  secrets: ['placeholder-webhook-token-of-one', 'placeholder-webhook-token-of-two'],
  webhooks: {
    path: PATH,
    signed: false,
    rotates: true,
    batches: true,
    timed: true,
    golden: () =>
      readdirSync(FIXTURES)
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(new URL(name, FIXTURES), 'utf8')),
  },
  createProvider: (input) =>
    createUltraMsgProvider({ options: options(input), businessNumber: BUSINESS_NUMBER, deadlineMs: input.deadlineMs }),
  providersOptions: (input) => ({ ultramsg: options(input) }),
  buildWebhook({ messages, tenant = 'own', withMalformed = false }) {
    const items: unknown[] = messages.map(toItem);
    if (withMalformed) items.splice(Math.floor(items.length / 2), 0, { id: 7 });
    const instanceId = tenant === 'own' ? '1150' : '1151';
    return postTo(PATH, 'application/json', JSON.stringify({ instanceId, messages: items }));
  },
  sign: (request, secret) => withParameter(request, 'token', secret),
  readProof: ({ url }) => url.searchParams.get('token') ?? '',
  withProof: (request, proof) => withParameter(request, 'token', proof),
  accepted: [
    { name: 'sent', answer: answer(200, { sent: 'true', message: 'ok', id: 44897 }), providerMessageId: '44897' },
    { name: 'sent, without an id', answer: answer(200, { sent: true }), providerMessageId: null },
  ],
  refused: [
    {
      name: 'a wrong token',
      answer: answer(200, { error: 'Wrong token. Please provide token.' }),
      action: 'bad_credentials',
    },
    { name: 'no such instance', answer: answer(200, { error: 'Instance not found' }), action: 'bad_credentials' },
    {
      name: 'a stopped instance',
      answer: answer(200, { error: 'Your instance has been Stopped due to non-payment.' }),
      action: 'bad_credentials',
    },
    {
      name: 'a phone off line',
      answer: answer(200, { sent: 'false', message: 'WhatsApp not connected' }),
      action: 'next_tier',
    },
    {
      name: 'an unknown number',
      answer: answer(200, { error: [{ to: 'invalid phone number' }] }),
      action: 'unreachable',
    },
    { name: 'queued', answer: answer(200, { sent: 'queued', id: 1 }), action: 'next_tier' },
    { name: 'a sentence that we do not know', answer: answer(200, { error: 'Something new' }), action: 'next_tier' },
    { name: '429', answer: answer(429, ''), action: 'retry' },
    { name: '503', answer: answer(503, ''), action: 'retry' },
  ],
  unclear: [
    { name: 'a cut answer', answer: answer(200, '{"sent":"tr') },
    { name: 'a page', answer: answer(200, '<html>') },
    { name: 'a gateway that gave up', answer: answer(504, '') },
  ],
};
