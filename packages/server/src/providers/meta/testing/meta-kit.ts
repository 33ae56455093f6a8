import { createHmac } from 'node:crypto';
import type { MetaOptions } from '../../../config/options.js';
import type { FailureAction } from '../../send-outcome.js';
import {
  postTo,
  withHeader,
  type KitMessage,
  type KitProviderInput,
  type ProviderKit,
} from '../../testing/provider-kit.js';
import { answer } from '../../testing/vendor-server.js';
import { readFixture, webhookFixtures } from '../fixtures/read-fixture.js';
import { createMetaProvider } from '../meta-provider.js';

const PATH = '/api/webhooks/meta';
const BUSINESS_NUMBER = '+966500000000';
const PHONE_NUMBER_ID = '106540352242922';
const PROOF_HEADER = 'X-Hub-Signature-256';
const WAMID = 'wamid.HBgMOTY2NTAwMDAwMDAxFQIAERgSOUE5RDQ3AA==';

/** HTTP status, code, and what it means. */
const REFUSALS: readonly [number, number, FailureAction][] = [
  [400, 131047, 'close_session'],
  [400, 131050, 'opt_out'],
  [400, 131026, 'unreachable'],
  [400, 131021, 'unreachable'],
  [400, 131048, 'pause_channel'],
  [400, 368, 'pause_channel'],
  [403, 131031, 'pause_channel'],
  [400, 131042, 'pause_channel'],
  [403, 130497, 'unreachable'],
  [401, 0, 'bad_credentials'],
  [400, 3, 'bad_credentials'],
  [403, 10, 'bad_credentials'],
  [401, 190, 'bad_credentials'],
  [403, 200, 'bad_credentials'],
  [403, 299, 'bad_credentials'],
  [403, 131056, 'retry'],
  [403, 130429, 'retry'],
  [400, 4, 'retry'],
  [400, 613, 'retry'],
  [400, 80007, 'retry'],
  [400, 133016, 'retry'],
  [500, 131000, 'retry'],
  [503, 131016, 'retry'],
  [503, 131057, 'retry'],
  [400, 131049, 'next_tier'],
  [400, 130472, 'next_tier'],
  [400, 131062, 'next_tier'],
  [400, 131008, 'next_tier'],
  [400, 999999, 'next_tier'],
  [400, 131009, 'bug'],
  [400, 131051, 'bug'],
  [400, 100, 'bug'],
  [404, 33, 'bug'],
];

function options({ secrets, baseUrl }: KitProviderInput): MetaOptions {
  return {
    phoneNumberId: PHONE_NUMBER_ID,
    accessToken: 'placeholder-access-token',
    appSecret: secrets,
    verifyToken: 'placeholder-verify-token',
    graphBaseUrl: baseUrl,
  };
}

function toItem({ id, from, text, sentAtMs }: KitMessage): object {
  const sender = from === null ? { from_user_id: 'SA.13491208655302741918' } : { from: from.slice(1) };
  return { ...sender, id: `wamid.${id}`, timestamp: String(sentAtMs / 1000), type: 'text', text: { body: text } };
}

export const META_KIT: ProviderKit = {
  name: 'meta',
  businessNumber: BUSINESS_NUMBER,
  secrets: ['c0ffee00c0ffee00c0ffee00c0ffee00', 'decaf000decaf000decaf000decaf000'],
  webhooks: {
    path: PATH,
    signed: true,
    rotates: true,
    batches: true,
    timed: true,
    golden: () => webhookFixtures().map(readFixture),
  },
  createProvider: (input) =>
    createMetaProvider({ options: options(input), businessNumber: BUSINESS_NUMBER, deadlineMs: input.deadlineMs }),
  providersOptions: (input) => ({ meta: options(input) }),
  buildWebhook({ messages, tenant = 'own', withMalformed = false }) {
    const items: unknown[] = messages.map(toItem);
    if (withMalformed) items.splice(Math.floor(items.length / 2), 0, { id: 7 });
    const phone_number_id = tenant === 'own' ? PHONE_NUMBER_ID : '106540352242999';
    const metadata = { display_phone_number: BUSINESS_NUMBER.slice(1), phone_number_id };
    const value = { messaging_product: 'whatsapp', metadata, messages: items };
    const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
    return postTo(PATH, 'application/json', JSON.stringify(body));
  },
  sign: (request, secret) =>
    withHeader(request, PROOF_HEADER, `sha256=${createHmac('sha256', secret).update(request.rawBody).digest('hex')}`),
  readProof: ({ headers }) => headers.get(PROOF_HEADER) ?? '',
  withProof: (request, proof) => withHeader(request, PROOF_HEADER, proof),
  accepted: ['answer-accepted', 'answer-held', 'answer-accepted-user-id'].map((name) => ({
    name,
    answer: answer(200, readFixture(name)),
    providerMessageId: WAMID,
  })),
  refused: [
    ...REFUSALS.map(([httpStatus, code, action]) => ({
      name: `code ${code}`,
      answer: answer(httpStatus, { error: { message: `(#${code}) x`, type: 'OAuthException', code } }),
      action,
    })),
    { name: '401 without a body', answer: answer(401, ''), action: 'bad_credentials' },
    { name: '429 without a body', answer: answer(429, ''), action: 'retry' },
    { name: '503 without a body', answer: answer(503, ''), action: 'retry' },
    { name: 'a redirect', answer: answer(302, '', { location: '/elsewhere' }), action: 'next_tier' },
  ],
  unclear: [
    { name: 'a cut answer', answer: answer(200, '{"messages":[{"id":"wam') },
    { name: 'a page', answer: answer(200, '<html>') },
    { name: 'an answer without a message', answer: answer(200, {}) },
    { name: 'a gateway that gave up', answer: answer(504, '') },
  ],
};
