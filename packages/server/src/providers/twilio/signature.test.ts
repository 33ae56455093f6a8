import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedRequest, verifyTwilioWebhook } from './signature.js';

const URL_OF_VECTORS = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const FIELDS = [
  ['CallSid', 'CA1234567890ABCDE'],
  ['Caller', '+14158675309'],
  ['Digits', '1234'],
  ['From', '+14158675309'],
  ['To', '+18005551212'],
];
const FORM = new URLSearchParams(FIELDS).toString();
const SIGNATURE = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
const JSON_BODY = '{"property": "value", "boolean": true}';
const JSON_DIGEST = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';
const EMPTY_DIGEST = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

function isSigned(url: string, signature: string, body: string): boolean {
  return isSignedRequest({ authToken: '12345', url, signature, rawBody: new TextEncoder().encode(body) });
}

/** The vectors of Twilio's own libraries: twilio-node `spec/validation.spec.js`, twilio-python `test_request_validator.py`. */
describe('vectors of Twilio', () => {
  const http = URL_OF_VECTORS.replace('https', 'http');
  const withUser = URL_OF_VECTORS.replace('mycompany', 'user:pass@mycompany');
  const addresses = (first: string, second: string) =>
    new URLSearchParams([
      ['MessagingBinding.Address', first],
      ['MessagingBinding.Address', second],
    ]).toString();

  it.each([
    ['a form', URL_OF_VECTORS, SIGNATURE, FORM],
    ['a form whose fields come in another order', URL_OF_VECTORS, SIGNATURE, FORM.split('&').reverse().join('&')],
    ['https with a port that was not signed', URL_OF_VECTORS.replace('.com', '.com:1234'), SIGNATURE, FORM],
    ['http with a port', http.replace('.com', '.com:1234'), 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU=', FORM],
    ['https signed with :443', URL_OF_VECTORS, 'kvajT1Ptam85bY51eRf/AJRuM3w=', FORM],
    ['http signed with :80', http, '0ZXoZLH/DfblKGATFgpif+LLRf4=', FORM],
    ['a user and a password', withUser, 'CukzLTc1tT5dXEDIHm/tKBanW10=', FORM],
    ['a user and a password, with the port', withUser, 'ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=', FORM],
    ['a user alone', withUser.replace(':pass', ''), '2YRLlVAflCqxaNicjMpJcSTgzSs=', FORM],
    ['an apostrophe in the query', `${URL_OF_VECTORS}&Body=It's+amazing`, 'dsq4Ehbj6cs+KdTkpF5sSSplOWw=', FORM],
    [
      'two values of one name',
      URL_OF_VECTORS,
      '83O6e2vORAoJHUNzJjDWN1jz+BA=',
      addresses('+1325xxxxxxx', '+1415xxxxxxx'),
    ],
    ['two values, turned', URL_OF_VECTORS, '83O6e2vORAoJHUNzJjDWN1jz+BA=', addresses('+1415xxxxxxx', '+1325xxxxxxx')],
    [
      'equal values of one name',
      URL_OF_VECTORS,
      'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
      'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234',
    ],
    ['a JSON body', `${URL_OF_VECTORS}&bodySHA256=${JSON_DIGEST}`, 'a9nBmqA0ju/hNViExpshrM61xv4=', JSON_BODY],
    ['an empty JSON body', `${URL_OF_VECTORS}&bodySHA256=${EMPTY_DIGEST}`, 'Ldidvp12m26NI7eqEvxnEpkd9Hc=', '{}'],
    [
      'a JSON body and no other query',
      `https://mycompany.com/myapp.php?bodySHA256=${JSON_DIGEST}`,
      'y77kIzt2vzLz71DgmJGsen2scGs=',
      JSON_BODY,
    ],
  ])('are right for %s', (_name, url, signature, body) => {
    expect(isSigned(url, signature, body)).toBe(true);
  });

  it.each([
    ['another query', `${URL_OF_VECTORS}&x=1`, SIGNATURE, FORM],
    ['one more field', URL_OF_VECTORS, SIGNATURE, `${FORM}&x=`],
    ['a field less', URL_OF_VECTORS, SIGNATURE, FORM.replace(/&To=.*/, '')],
    ['a changed byte', URL_OF_VECTORS, SIGNATURE, FORM.replace('1234', '1235')],
    [
      'a changed JSON body',
      `${URL_OF_VECTORS}&bodySHA256=${JSON_DIGEST}`,
      'a9nBmqA0ju/hNViExpshrM61xv4=',
      `${JSON_BODY} `,
    ],
    ['a form beside the digest of another', `${URL_OF_VECTORS}&bodySHA256=${JSON_DIGEST}`, SIGNATURE, FORM],
    ['an empty digest', `${URL_OF_VECTORS}&bodySHA256=`, SIGNATURE, FORM],
    ['a digest in capitals', `${URL_OF_VECTORS}&bodySHA256=${JSON_DIGEST.toUpperCase()}`, SIGNATURE, JSON_BODY],
    ['no signature', URL_OF_VECTORS, '', FORM],
    ['a truncated signature', URL_OF_VECTORS, SIGNATURE.slice(0, -1), FORM],
    ['a longer signature', URL_OF_VECTORS, `${SIGNATURE}=`, FORM],
    ['a signature in capitals', URL_OF_VECTORS, SIGNATURE.toUpperCase(), FORM],
    ['the URL-safe alphabet', URL_OF_VECTORS, SIGNATURE.replace('/', '_'), FORM],
  ])('are wrong for %s', (_name, url, signature, body) => {
    expect(isSigned(url, signature, body)).toBe(false);
  });
});

describe('spellings of a query', () => {
  const sign = (url: string) => createHmac('sha1', '12345').update(url).digest('base64');

  it.each([
    ["https://example.com/path?test=param'WithQuote", "https://example.com/path?test=param'WithQuote"],
    ["https://example.com/path?test=param'WithQuote", 'https://example.com/path?test=param%27WithQuote'],
    ['https://example.com/path?test=param%27WithQuote', "https://example.com/path?test=param'WithQuote"],
    ['https://example.com/path?test=param%27WithQuote', 'https://example.com/path?test=param%27WithQuote'],
    ['https://example.com:443/path?a=b%20c', 'https://example.com/path?a=b+c'],
  ])('signed as %s, called as %s', (signed, called) => {
    expect(isSigned(called, sign(signed), '')).toBe(true);
  });

  it('check every field, however many there are', () => {
    const many = Array.from({ length: 1500 }, (_, index) => `a=${index}`).join('&');
    expect(isSigned(`https://example.com/path?${many}&b=2`, sign(`https://example.com/path?${many}&b=1`), '')).toBe(
      false,
    );
  });
});

describe('verifyTwilioWebhook', () => {
  const PUBLIC_URL = 'https://queue.example/whatsapp';
  const PATH = '/api/webhooks/twilio/status?attempt=018f3c1e-0000-7000-8000-000000000000';
  const BODY = 'MessageSid=SM1&MessageStatus=delivered';
  const signed = (authToken: string, url = PUBLIC_URL + PATH) =>
    createHmac('sha1', authToken).update(`${url}MessageSidSM1MessageStatusdelivered`).digest('base64');

  function verify(signature: string | null, input: { url?: string; tokens?: string[]; publicUrl?: string } = {}) {
    const headers = new Headers({ host: 'attacker.example', 'x-forwarded-host': 'attacker.example' });
    if (signature !== null) headers.set('x-twilio-signature', signature);
    const url = new URL(input.url ?? `http://127.0.0.1:4000/whatsapp${PATH}`);
    return verifyTwilioWebhook(
      { method: 'POST', url, headers, rawBody: new TextEncoder().encode(BODY) },
      { authTokens: input.tokens ?? ['new-token', 'old-token'], publicUrl: input.publicUrl ?? PUBLIC_URL },
    );
  }

  it.each([
    ['the new token', 'new-token'],
    ['the old token', 'old-token'],
  ])('believes %s during a rotation', (_name, token) => {
    expect(verify(signed(token))).toBe('genuine');
  });

  it('does not mind a slash at the end of the public URL', () => {
    expect(verify(signed('new-token'), { publicUrl: `${PUBLIC_URL}/` })).toBe('genuine');
  });

  it('signs for the public URL, whatever the request calls itself', () => {
    const url = `https://attacker.example${PATH}`;
    expect(verify(signed('new-token', url), { url })).toBe('forged');
    expect(verify(signed('new-token'), { url })).toBe('genuine');
  });

  it.each([
    ['no header', null],
    ['a token of another account', signed('other-token')],
    ['two headers', `${signed('new-token')}, ${signed('new-token')}`],
    ['another path', signed('new-token', `${PUBLIC_URL}/api/webhooks/twilio/sms`)],
  ])('refuses %s', (_name, signature) => {
    expect(verify(signature)).toBe('forged');
  });

  it('believes nothing once the old token is gone', () => {
    expect(verify(signed('old-token'), { tokens: ['new-token'] })).toBe('forged');
  });

  it.each([
    ['no token', { tokens: [] }],
    ['an empty token', { tokens: [''] }],
    ['no public URL', { publicUrl: '' }],
  ])('is not configured with %s', (_name, input) => {
    expect(verify(signed(''), input)).toBe('not_configured');
  });
});
