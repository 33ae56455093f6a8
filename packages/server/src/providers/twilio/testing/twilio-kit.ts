import { createHmac } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { TwilioWhatsAppOptions } from '../../../config/options.js';
import {
  KIT_PUBLIC_URL,
  postTo,
  withHeader,
  type KitMessage,
  type KitProviderInput,
  type ProviderKit,
} from '../../testing/provider-kit.js';
import { answer } from '../../testing/vendor-server.js';
import type { WebhookRequest } from '../../whatsapp-provider.js';
import { readFixture } from '../fixtures/read-fixture.js';
import { createTwilioWhatsAppProvider } from '../twilio-whatsapp-provider.js';

const BUSINESS_NUMBER = '+966500000000';
const ACCOUNT_SID = 'AC00000000000000000000000000000000';
const SID = 'SM00000000000000000000000000000001';
const PATH = '/api/webhooks/twilio/whatsapp';
const SIGNATURE = 'x-twilio-signature';

function options({ secrets, baseUrl }: KitProviderInput): TwilioWhatsAppOptions {
  return { accountSid: ACCOUNT_SID, authToken: secrets, whatsappFrom: `whatsapp:${BUSINESS_NUMBER}`, baseUrl };
}

/** Twilio posts one message at a time. */
function webhookForm(message: KitMessage, to: string): Record<string, string> {
  const sid = `SM${Buffer.from(message.id).toString('hex').padStart(32, '0')}`;
  const sender =
    message.from === null
      ? { From: 'whatsapp:US.13491208655302741918', ExternalUserId: 'whatsapp:US.13491208655302741918' }
      : { From: `whatsapp:${message.from}`, WaId: message.from.slice(1) };
  return {
    SmsMessageSid: sid,
    NumMedia: '0',
    ProfileName: 'Sara',
    MessageType: 'text',
    SmsSid: sid,
    SmsStatus: 'received',
    Body: message.text,
    To: `whatsapp:${to}`,
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: ACCOUNT_SID,
    ...sender,
    ApiVersion: '2010-04-01',
  };
}

/** Written apart from what it tests: each name and value once, in their order, after the address. */
function signatureOf({ url, rawBody }: WebhookRequest, authToken: string): string {
  const fields = [...new URLSearchParams(new TextDecoder().decode(rawBody))];
  fields.sort(([nameA, a], [nameB, b]) => compare(nameA, nameB) || compare(a, b));
  const once = fields.filter(
    ([name, value], at) => at === 0 || name !== fields[at - 1]?.[0] || value !== fields[at - 1]?.[1],
  );
  return createHmac('sha1', authToken)
    .update(KIT_PUBLIC_URL + url.pathname + once.flat().join(''))
    .digest('base64');
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

const refusal = (code: number, httpStatus = 400) =>
  answer(httpStatus, { code, message: 'refused', status: httpStatus });

export const TWILIO_KIT: ProviderKit = {
  name: 'twilio',
  businessNumber: BUSINESS_NUMBER,
  secrets: ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'],
  webhooks: {
    path: PATH,
    signed: true,
    rotates: true,
    batches: false,
    timed: false,
    secretIsRequired: true,
    golden: () =>
      readdirSync(new URL('../fixtures', import.meta.url))
        .filter((name) => name.endsWith('.form'))
        .map((name) => readFixture(name.slice(0, -'.form'.length))),
  },
  createProvider: (input) =>
    createTwilioWhatsAppProvider({
      options: options(input),
      businessNumber: BUSINESS_NUMBER,
      publicUrl: KIT_PUBLIC_URL,
      deadlineMs: input.deadlineMs,
    }),
  providersOptions: (input) => ({ twilio: options(input) }),
  buildWebhook: ({ messages: [message], tenant = 'own' }) => {
    const to = tenant === 'own' ? BUSINESS_NUMBER : '+966500000099';
    const form = message === undefined ? {} : webhookForm(message, to);
    return postTo(PATH, 'application/x-www-form-urlencoded; charset=UTF-8', new URLSearchParams(form).toString());
  },
  sign: (request, secret) => withHeader(request, SIGNATURE, signatureOf(request, secret)),
  readProof: (request) => request.headers.get(SIGNATURE) ?? '',
  withProof: (request, proof) => withHeader(request, SIGNATURE, proof),
  accepted: [
    { name: 'queued', answer: answer(201, { sid: SID, status: 'queued', price: null }), providerMessageId: SID },
    { name: 'accepted', answer: answer(201, { sid: SID, status: 'accepted' }), providerMessageId: SID },
    { name: 'HTTP 200', answer: answer(200, { sid: SID, status: 'sent' }), providerMessageId: SID },
  ],
  refused: [
    { name: 'closed window', answer: refusal(63016), action: 'close_session' },
    {
      name: 'failed at once',
      answer: answer(201, { sid: SID, status: 'failed', error_code: 63016 }),
      action: 'close_session',
    },
    { name: 'blocked', answer: refusal(63014), action: 'opt_out' },
    { name: 'opted out', answer: refusal(63033), action: 'opt_out' },
    { name: 'unsubscribed', answer: refusal(21610), action: 'opt_out' },
    { name: 'no such address', answer: refusal(63003), action: 'unreachable' },
    { name: 'invalid recipient', answer: refusal(63024), action: 'unreachable' },
    { name: 'invalid number', answer: refusal(21211), action: 'unreachable' },
    { name: 'a limitation of WhatsApp', answer: refusal(63032), action: 'next_tier' },
    { name: 'an unknown code', answer: refusal(63999), action: 'next_tier' },
    { name: 'no code', answer: answer(400, '<html>'), action: 'next_tier' },
    { name: 'policy', answer: refusal(63026), action: 'pause_channel' },
    { name: 'spam', answer: refusal(63026), action: 'pause_channel' },
    { name: 'daily limit', answer: refusal(63038), action: 'pause_channel' },
    { name: 'no such sender', answer: refusal(63007), action: 'bad_credentials' },
    { name: 'wrong token', answer: refusal(20003, 401), action: 'bad_credentials' },
    { name: 'no such account', answer: refusal(20404, 404), action: 'bad_credentials' },
    { name: 'content', answer: refusal(63005), action: 'bug' },
    { name: 'too long', answer: refusal(21617), action: 'bug' },
    { name: 'too fast for WhatsApp', answer: refusal(63018), action: 'retry' },
    { name: 'too fast for Twilio', answer: refusal(20429, 429), action: 'retry' },
    { name: '500', answer: answer(500, ''), action: 'retry' },
    { name: '503', answer: answer(503, '', { 'retry-after': '2' }), action: 'retry' },
  ],
  unclear: [
    { name: 'a page', answer: answer(201, '<html>') },
    { name: 'no sid', answer: answer(201, { status: 'queued' }) },
    { name: 'a gateway that gave up', answer: answer(504, '') },
  ],
};
