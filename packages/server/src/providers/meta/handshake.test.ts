import { describe, expect, it } from 'vitest';
import { answerMetaHandshake } from './handshake.js';

const TOKEN = 'placeholder verify+token';

function answer(query: Record<string, string> | string, verifyToken: string | undefined = TOKEN) {
  const url = new URL('https://host.example/api/webhooks/meta');
  url.search = typeof query === 'string' ? query : new URLSearchParams(query).toString();
  const request = { method: 'GET', url, headers: new Headers(), rawBody: new Uint8Array() };
  return answerMetaHandshake(request, verifyToken === undefined ? {} : { verifyToken });
}

const RIGHT = { 'hub.mode': 'subscribe', 'hub.verify_token': TOKEN, 'hub.challenge': '1158201444' };

describe('answerMetaHandshake', () => {
  it('answers the challenge, bare', () => {
    expect(answer(RIGHT)).toEqual({ status: 200, contentType: 'text/plain; charset=utf-8', body: '1158201444' });
  });

  it.each([
    ['another token', { ...RIGHT, 'hub.verify_token': 'x' }],
    ['the token in upper case', { ...RIGHT, 'hub.verify_token': TOKEN.toUpperCase() }],
    ['a longer token', { ...RIGHT, 'hub.verify_token': `${TOKEN}x` }],
    ['another mode', { ...RIGHT, 'hub.mode': 'unsubscribe' }],
  ])('refuses %s', (_name, query) => {
    expect(answer(query)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': TOKEN }],
    ['an empty token', { ...RIGHT, 'hub.verify_token': '' }],
    ['two tokens', `${new URLSearchParams(RIGHT).toString()}&hub.verify_token=x`],
    ['a challenge of a thousand characters', { ...RIGHT, 'hub.challenge': 'x'.repeat(1000) }],
  ])('finds no handshake in %s', (_name, query) => {
    expect(answer(query)).toBe('unparsable');
  });

  it.each([{}, RIGHT])('says that no token is set, whatever is asked', (query) => {
    expect(answer(query, '')).toBe('not_configured');
  });
});
