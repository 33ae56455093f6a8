import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FailureAction } from '../send-outcome.js';
import { UnparsableWebhookError, type InboundEvent, type InboundMessage } from '../whatsapp-provider.js';
import { readFixture } from './fixtures/read-fixture.js';
import { parseTwilioWebhook, type TwilioSender } from './webhook.js';

const ACCOUNT_SID = 'AC00000000000000000000000000000000';
const WHATSAPP: TwilioSender = { channel: 'whatsapp', accountSid: ACCOUNT_SID, from: '+966500000000' };
const SMS: TwilioSender = { channel: 'sms', accountSid: ACCOUNT_SID, from: '+15005550006' };
const ATTEMPT = '018f3c1e-0000-7000-8000-000000000000';
/** Twilio signs a JSON body by its digest; only the parameter counts here. */
const JSON_URL = 'https://queue.example/api/webhooks/twilio/whatsapp?bodySHA256=00';
const STATUS_URL = `https://queue.example/api/webhooks/twilio/status?attempt=${ATTEMPT}`;

function parse(body: string, sender = WHATSAPP, url = STATUS_URL): InboundEvent[] {
  const rawBody = new TextEncoder().encode(body);
  return parseTwilioWebhook({ url: new URL(url), rawBody }, sender);
}

/** A fixture with some fields replaced; `null` removes one. */
function changed(fixture: string, fields: Record<string, string | null>): string {
  const form = new URLSearchParams(readFixture(fixture));
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) form.delete(name);
    else form.set(name, value);
  }
  return form.toString();
}

const allSids = (sid: string) => ({ MessageSid: sid, SmsMessageSid: sid, SmsSid: sid });

function onlyMessage(events: readonly InboundEvent[]): InboundMessage {
  expect(events).toEqual([expect.objectContaining({ kind: 'message' })]);
  return events[0] as InboundMessage;
}

const PHONE = { kind: 'e164', value: '+966500000001' };
const WA_ID = { kind: 'wa_id', value: '966500000001' };
const BSUID = { kind: 'bsuid', value: 'US.1234' };

describe('a WhatsApp message', () => {
  it('comes out in our words', () => {
    const body = readFixture('whatsapp-text');
    expect(onlyMessage(parse(body))).toEqual({
      kind: 'message',
      providerMessageId: 'SM00000000000000000000000000000001',
      sentAt: null,
      sender: [PHONE, WA_ID],
      senderName: 'Sara',
      contentType: 'text',
      text: 'Hi, ticket A001 - please send WhatsApp updates (ref: 0123-4567-89AB)',
      raw: Object.fromEntries(new URLSearchParams(body)),
    });
  });

  it.each<[string, object[]]>([
    ['whatsapp-older', [PHONE]],
    ['whatsapp-prefixless-from', [PHONE, WA_ID]],
    ['whatsapp-prefixless', [PHONE, WA_ID]],
    ['whatsapp-external-user-id', [PHONE, WA_ID, BSUID]],
    ['whatsapp-external-user-id-invalid', [PHONE]],
    ['whatsapp-bsuid-only', [BSUID]],
    [
      'whatsapp-wa-id-differs',
      [
        { kind: 'e164', value: '+5541999999999' },
        { kind: 'wa_id', value: '554199999999' },
      ],
    ],
  ])('%s names its sender', (fixture, sender) => {
    expect(onlyMessage(parse(readFixture(fixture))).sender).toEqual(sender);
  });

  it.each([
    ['whatsapp-arabic', 'text', 'مرحبًا، التذكرة A001 😊'],
    ['whatsapp-without-body', 'text', ''],
    ['whatsapp-nul-bytes', 'text', 'ab'],
    ['whatsapp-image', 'image', 'my referral'],
    ['whatsapp-two-media', 'document', ''],
    ['whatsapp-voice', 'audio', ''],
    ['whatsapp-contact', 'contact', ''],
    ['whatsapp-location', 'location', ''],
    ['whatsapp-button', 'text', 'Confirm'],
    ['whatsapp-list', 'text', 'Remind me later'],
    ['whatsapp-referral', 'text', 'Hello'],
  ])('%s is %s', (fixture, contentType, text) => {
    const message = onlyMessage(parse(readFixture(fixture)));
    expect([message.contentType, message.text, message.opensWindow]).toEqual([contentType, text, undefined]);
  });

  it('says what a tapped button carries', () => {
    expect(onlyMessage(parse(readFixture('whatsapp-button'))).payload).toBe('confirm-1');
    expect(onlyMessage(parse(readFixture('whatsapp-text'))).payload).toBeUndefined();
  });

  it.each([
    ['image/png', 'image'],
    ['video/mp4', 'video'],
    ['text/x-vcard', 'contact'],
    ['application/pdf', 'document'],
    ['', 'document'],
  ])('without a type is known by its media, %j', (mimeType, contentType) => {
    const body = changed('whatsapp-image', { MessageType: null, MediaContentType0: mimeType });
    expect(onlyMessage(parse(body)).contentType).toBe(contentType);
  });

  it('keeps nothing that PostgreSQL refuses', () => {
    const message = onlyMessage(parse(readFixture('whatsapp-nul-bytes')));
    expect(message.senderName).toBe('Sara');
    expect(JSON.stringify(message)).not.toContain('\\u0000');
  });

  it('carries the verdict of Advanced Opt-Out, whatever the words', () => {
    expect(onlyMessage(parse(readFixture('whatsapp-stop-opt-out-type'))).keyword).toBe('stop');
  });

  it('may come as JSON', () => {
    const body = JSON.stringify(Object.fromEntries(new URLSearchParams(readFixture('whatsapp-text'))));
    expect(onlyMessage(parse(body, WHATSAPP, JSON_URL))).toEqual(onlyMessage(parse(readFixture('whatsapp-text'))));
    expect(parse(body)).toMatchObject([{ kind: 'ignored' }]);
  });

  it.each([['whatsapp-text'], ['status-whatsapp-read']])('%s is read alike at each of our addresses', (fixture) => {
    const at = (path: string) =>
      parse(readFixture(fixture), WHATSAPP, `https://queue.example/api/webhooks/twilio/${path}?attempt=${ATTEMPT}`);
    expect(at('whatsapp')).toEqual(at('status'));
  });
});

describe('an SMS', () => {
  it('never opens a window', () => {
    expect(onlyMessage(parse(readFixture('sms-text'), SMS))).toMatchObject({
      sender: [PHONE],
      contentType: 'text',
      text: 'Msg',
      opensWindow: false,
    });
  });

  it.each([
    ['sms-stop', undefined],
    ['sms-stop-advanced', 'stop'],
    ['sms-start-advanced', 'start'],
    ['sms-help-advanced', undefined],
  ])('%s: the keyword is %s', (fixture, keyword) => {
    expect(onlyMessage(parse(readFixture(fixture), SMS)).keyword).toBe(keyword);
  });

  it('belongs to the messaging service that it came through', () => {
    const own = { ...SMS, from: 'MG00000000000000000000000000000002' };
    const other = { ...SMS, from: 'MG00000000000000000000000000000003' };
    expect(parse(readFixture('sms-stop-advanced'), own)).toMatchObject([{ kind: 'message' }]);
    expect(parse(readFixture('sms-stop-advanced'), other)).toMatchObject([{ why: 'other_instance' }]);
  });

  it.each([['sms-text'], ['sms-stop-advanced'], ['status-sms-delivered']])('%s is nothing to WhatsApp', (fixture) => {
    const sender = { ...WHATSAPP, from: SMS.from };
    expect(parse(readFixture(fixture), sender)).toEqual([{ kind: 'ignored', why: 'other_channel' }]);
  });

  it.each([['whatsapp-text'], ['whatsapp-prefixless'], ['status-whatsapp-read']])('%s is nothing to SMS', (fixture) => {
    const sender = { ...SMS, from: WHATSAPP.from };
    expect(parse(readFixture(fixture), sender)).toEqual([{ kind: 'ignored', why: 'other_channel' }]);
  });
});

describe('what is not for us', () => {
  it.each<[string, string, string]>([
    ['another number', readFixture('whatsapp-other-number'), 'other_instance'],
    ['another account', changed('whatsapp-text', { AccountSid: 'AC1' }), 'other_instance'],
    [
      'a status of another number',
      changed('status-whatsapp-read', { From: 'whatsapp:+966500000099' }),
      'other_instance',
    ],
    ['a message to nobody', changed('whatsapp-text', { To: null }), 'other_instance'],
    ['no id', changed('whatsapp-text', { MessageSid: null, SmsMessageSid: null, SmsSid: null }), 'malformed'],
    ['an id of another form', changed('whatsapp-text', allSids('x'.repeat(34))), 'malformed'],
    ['an id with more behind it', changed('whatsapp-text', allSids(`SM${'0'.repeat(33)}`)), 'malformed'],
    ['two ids', changed('whatsapp-text', { SmsSid: `SM${'b'.repeat(32)}` }), 'malformed'],
    ['an id in its words', changed('whatsapp-text', { Body: `MessageSidSM${'b'.repeat(32)}` }), 'malformed'],
    ['a status with two ids', changed('status-whatsapp-read', { SmsSid: `SM${'b'.repeat(32)}` }), 'malformed'],
    ['a field that comes twice', `${readFixture('whatsapp-text')}&WaId=966500000002`, 'malformed'],
    ['an unknown field that comes twice', `${readFixture('whatsapp-text')}&New=1&New=1`, 'malformed'],
    ['a sender who is nobody', changed('whatsapp-older', { From: 'whatsapp:nobody' }), 'malformed'],
    ['a phone of 7 digits', changed('whatsapp-older', { From: 'whatsapp:+9665000' }), 'malformed'],
    ['a notice of the platform', readFixture('whatsapp-system'), 'unknown_type'],
    ['a type that has no name yet', changed('whatsapp-text', { MessageType: 'constructor' }), 'unknown_type'],
    ['a status that has no name yet', readFixture('status-unknown'), 'unknown_type'],
  ])('%s is kept and opens nothing', (_name, body, why) => {
    expect(parse(body)).toMatchObject([
      {
        kind: 'ignored',
        why,
        keep: { key: expect.stringMatching(/^twilio:[0-9a-f]{64}$/) as string, raw: expect.anything() as unknown },
      },
    ]);
  });

  it('of an unknown type still says its words, for a STOP in them', () => {
    const [event] = parse(changed('whatsapp-text', { MessageType: 'poll', Body: 'STOP' }));
    expect(event).toMatchObject({ kind: 'ignored', why: 'unknown_type', words: { kind: 'message', text: 'STOP' } });
    const [silent] = parse(changed('whatsapp-text', { MessageType: 'poll', Body: '' }));
    expect(silent).not.toHaveProperty('words');
  });

  it.each([
    ['our own number', changed('whatsapp-text', { From: 'whatsapp:+966500000000' }), 'own'],
    ['a reaction', readFixture('whatsapp-reaction'), 'reaction'],
  ])('%s is ignored', (_name, body, why) => {
    expect(parse(body)).toEqual([{ kind: 'ignored', why }]);
  });

  it('a reaction says of which message it is, where Twilio names it', () => {
    const sid = 'SM00000000000000000000000000000099';
    expect(parse(changed('whatsapp-reaction', { OriginalRepliedMessageSid: sid }))).toMatchObject([
      { kind: 'ignored', why: 'reaction', reaction: { toMessageId: sid, opinion: 'up', at: null } },
    ]);
  });

  it('an SMS of a short code is kept', () => {
    expect(parse(readFixture('sms-short-code-sender'), SMS)).toMatchObject([{ why: 'malformed', keep: {} }]);
  });
});

describe('a delivery status', () => {
  it.each<[string, TwilioSender, string]>([
    ['status-whatsapp-sent', WHATSAPP, 'sent'],
    ['status-whatsapp-delivered', WHATSAPP, 'delivered'],
    ['status-whatsapp-read', WHATSAPP, 'read'],
    ['status-sms-queued', SMS, 'accepted'],
    ['status-sms-delivered', SMS, 'delivered'],
    ['status-bare', WHATSAPP, 'delivered'],
    ['status-bare', SMS, 'delivered'],
  ])('%s', (fixture, sender, status) => {
    expect(parse(readFixture(fixture), sender)).toEqual([
      {
        kind: 'status',
        providerMessageId: `SM${'a'.repeat(32)}`,
        correlationId: ATTEMPT,
        status,
        at: null,
        failure: null,
        price: null,
      },
    ]);
  });

  it.each<[string, TwilioSender, { action: FailureAction; errorCode: string; retryAfterMs: number | null }]>([
    ['status-whatsapp-window-closed', WHATSAPP, { action: 'close_session', errorCode: '63016', retryAfterMs: null }],
    ['status-whatsapp-blocked', WHATSAPP, { action: 'opt_out', errorCode: '63033', retryAfterMs: null }],
    ['status-whatsapp-rate-limited', WHATSAPP, { action: 'retry', errorCode: '63018', retryAfterMs: 30_000 }],
    ['status-sms-unsubscribed', SMS, { action: 'opt_out', errorCode: '21610', retryAfterMs: null }],
    ['status-sms-undelivered', SMS, { action: 'unreachable', errorCode: '30005', retryAfterMs: null }],
    ['status-sms-no-code', SMS, { action: 'next_tier', errorCode: 'undelivered', retryAfterMs: null }],
  ])('%s says what to do', (fixture, sender, failure) => {
    const events = parse(readFixture(fixture), sender);
    expect(events).toMatchObject([{ status: 'failed', failure }]);
    expect(JSON.stringify(events)).not.toContain('966500000001');
  });

  it.each([
    ['accepted', 'accepted'],
    ['scheduled', 'accepted'],
    ['sending', 'accepted'],
    ['partially_delivered', 'sent'],
    ['canceled', 'failed'],
    ['Delivered', 'delivered'],
  ])('%s is %s', (word, status) => {
    expect(parse(changed('status-whatsapp-sent', { MessageStatus: word }))).toMatchObject([{ status }]);
  });

  it.each([
    ['', null],
    ['?attempt=', null],
    ['?attempt=a%00b', null],
    [`?attempt=${'x'.repeat(65)}`, null],
    [`?attempt=${ATTEMPT}`, ATTEMPT],
  ])('brings our attempt back from %j', (query, correlationId) => {
    const url = `https://queue.example/api/webhooks/twilio/status${query}`;
    expect(parse(readFixture('status-whatsapp-read'), WHATSAPP, url)).toMatchObject([{ correlationId }]);
  });
});

it('brings the organization of an SMS back, where several share the number', () => {
  const url = `${STATUS_URL}&organization=a%20clinic`;
  expect(parse(readFixture('status-sms-delivered'), SMS, url)).toMatchObject([{ organizationId: 'a clinic' }]);
});

describe('any bytes at all', () => {
  it.each([
    ['nothing', ''],
    ['blank', ' \n'],
    ['cut JSON', '{"a":'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['nameless', '=x&=y'],
  ])('%s is unparsable', (_name, body) => {
    expect(() => parse(body, WHATSAPP, JSON_URL)).toThrow(UnparsableWebhookError);
  });

  it('are events or unparsable, never another error', () => {
    const names = ['MessageSid', 'SmsStatus', 'MessageStatus', 'From', 'To', 'WaId', 'Body', 'NumMedia', 'MessageType'];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('whatsapp:+966500000000', 'whatsapp:US.1', 'received', 'failed', '__proto__', '1'),
    );
    const form = fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value))
      .map((pairs) => new URLSearchParams(pairs).toString());
    const fixture = fc.constantFrom(
      ...readdirSync(new URL('fixtures', import.meta.url)).filter((name) => name.endsWith('.form')),
    );
    const cut = fc.tuple(fixture, fc.nat(700)).map(([name, at]) => readFixture(name.replace('.form', '')).slice(at));
    fc.assert(
      fc.property(
        fc.oneof(form, cut, fc.json(), fc.string({ unit: 'binary' })),
        fc.constantFrom(WHATSAPP, SMS),
        fc.constantFrom(STATUS_URL, JSON_URL),
        (body, sender, url) => {
          try {
            const [event, ...others] = parse(body, sender, url);
            expect([event?.kind, others]).toEqual([expect.stringMatching(/message|status|ignored/), []]);
          } catch (error) {
            expect(error).toBeInstanceOf(UnparsableWebhookError);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
