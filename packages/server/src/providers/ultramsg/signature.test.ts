import { describe, expect, it, vi } from 'vitest';
import type { WebhookRequest } from '../whatsapp-provider.js';
import { verifyUltraMsgWebhook } from './signature.js';

const SECRET = 'placeholder+webhook/token==';
const OPTIONS = { webhookToken: SECRET };

interface RequestParts {
  /** Query string as it stands in the URL. */
  query?: string;
  header?: string;
  body?: string | Uint8Array;
}

function webhook({ query = '', header, body = '{}' }: RequestParts): WebhookRequest {
  return {
    method: 'POST',
    url: new URL(`https://host.example/api/webhooks/ultramsg/inbound${query}`),
    headers: new Headers(header === undefined ? {} : { 'X-Webhook-Token': header }),
    rawBody: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  };
}

const inBody = (token: unknown) => JSON.stringify({ token, messages: [] });
const inUrl = `?token=${encodeURIComponent(SECRET)}`;

describe('verifyUltraMsgWebhook', () => {
  it.each<[string, RequestParts]>([
    ['the URL', { query: inUrl }],
    ['the URL, unescaped', { query: `?token=${SECRET}` }],
    ['the URL, beside another parameter', { query: `?a=1&token=${encodeURIComponent(SECRET)}` }],
    ['the header', { header: SECRET }],
    ['the body', { body: inBody(SECRET) }],
    ['the body after a byte order mark', { body: `\ufeff${inBody(SECRET)}` }],
    ['a form', { body: new URLSearchParams({ token: SECRET, data: '{"messages":[]}' }).toString() }],
    ['the JSON of a form', { body: new URLSearchParams({ data: inBody(SECRET) }).toString() }],
    ['the URL of a body that is no JSON', { query: inUrl, body: '{"cut' }],
  ])('believes the right token in %s', (_place, parts) => {
    expect(verifyUltraMsgWebhook(webhook(parts), OPTIONS)).toBe('genuine');
  });

  it.each([
    ['the new one', 'new-secret', 'genuine'],
    ['the old one', 'old-secret', 'genuine'],
    ['one before', 'older-secret', 'forged'],
    ['an empty one', '', 'forged'],
  ])('during a rotation, %s is judged', (_name, token, verdict) => {
    const webhookToken = ['new-secret', 'old-secret', ''];
    expect(verifyUltraMsgWebhook(webhook({ query: `?token=${token}` }), { webhookToken })).toBe(verdict);
  });

  it('is not configured with a list of nothing', () => {
    expect(verifyUltraMsgWebhook(webhook({ query: '?token=' }), { webhookToken: [''] })).toBe('not_configured');
  });

  const wrong = [
    '',
    'x',
    SECRET.slice(0, -1),
    `${SECRET}x`,
    SECRET.toUpperCase(),
    `${SECRET} `,
    'ключ',
    '\ud83d\ude00',
  ];
  it.each<[string, RequestParts]>([
    ['no token', {}],
    ['no body', { body: '' }],
    ...wrong.map((token): [string, RequestParts] => [
      `${token} in the URL`,
      { query: `?token=${encodeURIComponent(token)}` },
    ]),
    ...wrong.map((token): [string, RequestParts] => [`${token} in the body`, { body: inBody(token) }]),
    ...wrong
      .filter((token) => /^[\x21-\x7e]*$/.test(token))
      .map((token): [string, RequestParts] => [`${token} in the header`, { header: token }]),
    ['a wrong URL over a right header and body', { query: '?token=x', header: SECRET, body: inBody(SECRET) }],
    ['an empty URL token over a right body', { query: '?token=', body: inBody(SECRET) }],
    ['an empty header over a right body', { header: '', body: inBody(SECRET) }],
    ['a wrong header over a right body', { header: 'x', body: inBody(SECRET) }],
    ['a right and a wrong token in one URL', { query: `${inUrl}&token=x` }],
    ['a right and a wrong header', { header: `${SECRET}, x` }],
    ['a token that is a list', { body: inBody([SECRET]) }],
    ['a token below the top of the body', { body: JSON.stringify({ data: { token: SECRET } }) }],
    ['a token in a body that is cut', { body: inBody(SECRET).slice(0, -1) }],
    ['a token in a body over 1 MiB', { body: `${inBody(SECRET)}${' '.repeat(1024 * 1024)}` }],
    ['a body of a million brackets', { body: '['.repeat(1_000_000) }],
    ['a body that is no text', { body: new Uint8Array([0xff, 0xfe, 0x00, 0x7b]) }],
    ['the parameter under another case', { query: `?Token=${encodeURIComponent(SECRET)}` }],
  ])('does not believe %s', (_name, parts) => {
    expect(verifyUltraMsgWebhook(webhook(parts), OPTIONS)).toBe('forged');
  });

  it.each([
    ['no secret is set', {}],
    ['the secret is empty', { webhookToken: '' }],
    ['the webhook is switched off', { webhookToken: SECRET, webhookEnabled: false }],
  ])('believes nothing while %s', (_name, options) => {
    expect(verifyUltraMsgWebhook(webhook({ query: inUrl }), options)).toBe('not_configured');
  });

  it('parses nothing of a body whose URL carries a wrong token', () => {
    const parse = vi.spyOn(JSON, 'parse');
    verifyUltraMsgWebhook(webhook({ query: '?token=x', body: inBody(SECRET) }), OPTIONS);
    const calls = parse.mock.calls.length;
    parse.mockRestore();
    expect(calls).toBe(0);
  });
});
