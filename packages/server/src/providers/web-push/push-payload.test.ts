import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PushMessage } from '../push-sender.js';
import { encodePushPayload, MAX_PAYLOAD_BYTES, pushTopic, type PushPayload } from './push-payload.js';

const MESSAGE: PushMessage = {
  notificationId: '018f3c1e-0000-7000-8000-000000000000',
  title: "It's your turn!",
  body: "It's your turn! Ticket: A001. Please proceed to Radiology.",
  lang: 'en',
  dir: 'ltr',
  url: 'https://acme.example/tickets/A001',
  topic: 'a001',
  ttlSeconds: 600,
  urgency: 'high',
};

const encode = (message: Partial<PushMessage>) =>
  JSON.parse(encodePushPayload({ ...MESSAGE, ...message })) as PushPayload;

describe('encodePushPayload', () => {
  it('carries what the service worker shows and acknowledges', () => {
    expect(encode({})).toEqual({
      notificationId: MESSAGE.notificationId,
      title: MESSAGE.title,
      body: MESSAGE.body,
      lang: 'en',
      dir: 'ltr',
      url: MESSAGE.url,
      tag: 'a001',
    });
  });

  it('asks for an acknowledgement where the caller wants one, and never beyond its size', () => {
    const acknowledge = { url: 'https://queue.example/api/push/acknowledgements', token: 'pa_a.b.c' };
    const long = { ...acknowledge, token: 'x'.repeat(600) };
    const parse = (asked: typeof acknowledge) => JSON.parse(encodePushPayload(MESSAGE, asked)) as PushPayload;
    expect([parse(acknowledge).acknowledge, parse(long).acknowledge]).toEqual([acknowledge, undefined]);
    const fullest = encodePushPayload(
      { ...MESSAGE, title: 'ح'.repeat(200), body: 'ح'.repeat(3000), url: `https://a.example/${'x'.repeat(1000)}` },
      { ...acknowledge, token: 'x'.repeat(420) },
    );
    expect(Buffer.byteLength(fullest)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
    expect((JSON.parse(fullest) as PushPayload).acknowledge).toBeDefined();
  });

  it('cuts a long body between graphemes', () => {
    const family = '👨‍👩‍👧‍👦';
    const { body } = encode({ body: family.repeat(500) });
    expect(body.length).toBeGreaterThan(family.length);
    expect(body.replaceAll(family, '')).toBe('…');
  });

  it('leaves out a URL that is too long rather than half of it', () => {
    expect(encode({ url: `https://acme.example/${'x'.repeat(2000)}` })).toMatchObject({
      url: null,
      body: MESSAGE.body,
    });
  });

  it('stays within the limit, whatever the texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('م'.repeat(3000), '"'.repeat(3000), `a${'\u0301'.repeat(3000)}`, '\u0000'.repeat(2000), ''),
    );
    fc.assert(
      fc.property(text, text, text, text, (title, body, url, lang) => {
        const json = encodePushPayload({ ...MESSAGE, title, body, url, lang });
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
      }),
      { numRuns: 50 },
    );
  });
});

describe('pushTopic', () => {
  it.each(['a001', 'A'.repeat(32)])('keeps %s', (topic) => {
    expect(pushTopic(topic)).toBe(topic);
  });

  it.each(['', 'a-1', 'تذكرة', 'x'.repeat(33)])('makes 32 letters and digits of %j, the same each time', (topic) => {
    expect(pushTopic(topic)).toMatch(/^[0-9a-f]{32}$/);
    expect(pushTopic(topic)).toBe(pushTopic(topic));
  });
});
