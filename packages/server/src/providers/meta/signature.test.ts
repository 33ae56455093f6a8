import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { MetaOptions } from '../../config/options.js';
import type { WebhookRequest } from '../whatsapp-provider.js';
import { verifyMetaWebhook } from './signature.js';

const SECRET = 'test_app_secret';
const BODY = '{"object":"whatsapp_business_account","entry":[]}';
/** Computed apart from this code, with `openssl dgst`. */
const SIGNATURE = 'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756';
const HEX = SIGNATURE.slice('sha256='.length);

function webhook(body: string | Uint8Array, signature: string | null = SIGNATURE): WebhookRequest {
  return {
    method: 'POST',
    url: new URL('https://host.example/api/webhooks/meta'),
    headers: new Headers(signature === null ? {} : { 'X-Hub-Signature-256': signature }),
    rawBody: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  };
}

function sign(body: string | Uint8Array, secret = SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

describe('verifyMetaWebhook', () => {
  it.each([
    ['an empty batch', BODY, HEX],
    [
      'ASCII escapes, as Meta posts them',
      String.raw`{"t":"\u00e4 \ud83d\ude00 \/ \u0040"}`,
      'a99a8a99f6831bf13529a60d065542f98782e3823ef9897c0d701b34000cb18a',
    ],
    ['the same text in UTF-8', '{"t":"ä 😀 / @"}', 'dbf4a680c5b418f1d15cbd904ce4e899d6fa797ed478e55304f56bbefc1e6591'],
  ])('believes the signature of %s', (_name, body, hex) => {
    expect(verifyMetaWebhook(webhook(body, `sha256=${hex}`), { appSecret: SECRET })).toBe('genuine');
  });

  it('believes bytes that are no text', () => {
    const body = new Uint8Array([0xff, 0x00, 0xfe]);
    expect(verifyMetaWebhook(webhook(body, sign(body)), { appSecret: SECRET })).toBe('genuine');
  });

  it.each([
    ['no header', null],
    ['an empty header', ''],
    ['the digest without its prefix', HEX],
    ['another prefix', `sha1=${HEX}`],
    ['an upper-case prefix', `SHA256=${HEX}`],
    ['upper-case hex', `sha256=${HEX.toUpperCase()}`],
    ['one digit less', SIGNATURE.slice(0, -1)],
    ['one digit more', `${SIGNATURE}0`],
    ['a prefix alone', 'sha256='],
    ['a digit that is none', `${SIGNATURE.slice(0, -1)}g`],
    ['another last digit', `${SIGNATURE.slice(0, -1)}7`],
    ['another secret', sign(BODY, 'another_secret')],
    ['the empty secret', sign(BODY, '')],
    ['two headers', `${SIGNATURE}, ${SIGNATURE}`],
    ['base64', `sha256=${Buffer.from(HEX, 'hex').toString('base64')}`],
  ])('does not believe %s', (_name, signature) => {
    expect(verifyMetaWebhook(webhook(BODY, signature), { appSecret: SECRET })).toBe('forged');
  });

  it.each([
    ['a space more', `${BODY} `],
    ['keys in another order', '{"entry":[],"object":"whatsapp_business_account"}'],
    ['a byte order mark', `\ufeff${BODY}`],
    ['nothing', ''],
  ])('does not believe a body with %s', (_name, body) => {
    expect(verifyMetaWebhook(webhook(body), { appSecret: SECRET })).toBe('forged');
  });

  it('does not believe the digest in the older header', () => {
    const request = webhook(BODY, null);
    request.headers.set('X-Hub-Signature', SIGNATURE);
    expect(verifyMetaWebhook(request, { appSecret: SECRET })).toBe('forged');
  });

  it.each([[['new', SECRET]], [[SECRET, 'old']], [['', SECRET]]])('believes any secret of %j', (appSecret) => {
    expect(verifyMetaWebhook(webhook(BODY), { appSecret })).toBe('genuine');
  });

  it.each<[MetaOptions['appSecret']]>([[undefined], [''], [[]], [['', '']]])(
    'believes nothing while the secret is %j',
    (appSecret) => {
      const options = appSecret === undefined ? {} : { appSecret };
      expect(verifyMetaWebhook(webhook(BODY, sign(BODY, '')), options)).toBe('not_configured');
    },
  );

  it('parses nothing of the body', () => {
    const parse = vi.spyOn(JSON, 'parse');
    verifyMetaWebhook(webhook(BODY), { appSecret: SECRET });
    const calls = parse.mock.calls.length;
    parse.mockRestore();
    expect(calls).toBe(0);
  });
});
