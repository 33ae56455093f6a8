import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnparsableWebhookError, type InboundEvent, type InboundMessage } from '../whatsapp-provider.js';
import { readFixture } from './fixtures/read-fixture.js';
import { parseUltraMsgWebhook } from './webhook.js';

const ACCOUNT = { instanceId: 'instance1150', businessNumber: '+966500000000' };
const SENT_AT = new Date('2022-04-15T06:04:23Z');

function parse(body: string | object): InboundEvent[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return parseUltraMsgWebhook(new TextEncoder().encode(text), ACCOUNT);
}

/** The received fixture with some fields of its `data` replaced; `undefined` removes one. */
function received(data: object, event: object = {}): object {
  const base = JSON.parse(readFixture('message-received')) as { data: object };
  return { ...base, ...event, data: { ...base.data, ...data } };
}

function onlyMessage(events: readonly InboundEvent[]): InboundMessage {
  expect(events).toEqual([expect.objectContaining({ kind: 'message' })]);
  return events[0] as InboundMessage;
}

describe('a customer’s message', () => {
  it('comes out in our words', () => {
    expect(onlyMessage(parse(readFixture('message-received')))).toEqual({
      kind: 'message',
      providerMessageId: 'false_966500000001@c.us_3EB0E51D048DA5A97C2B',
      sharedId: '3EB0E51D048DA5A97C2B',
      sentAt: SENT_AT,
      sender: [
        { kind: 'e164', value: '+966500000001' },
        { kind: 'jid', value: '966500000001@c.us' },
      ],
      senderName: 'Sara',
      contentType: 'text',
      text: 'Hi, ticket A001 - please send WhatsApp updates (ref: 0123-4567-89AB)',
      raw: JSON.parse(readFixture('message-received')) as unknown,
    });
  });

  it('is the same message under both event types', () => {
    const [asReceived, asCreated] = ['message-received', 'message-create-inbound'].map((name) =>
      onlyMessage(parse(readFixture(name))),
    );
    expect(asCreated?.providerMessageId).toBe(asReceived?.providerMessageId);
  });

  it('keeps Arabic and emoji as typed, in the older form without a name', () => {
    const message = onlyMessage(parse(readFixture('message-received-2022')));
    expect([message.text, message.senderName]).toEqual(['مرحبًا، التذكرة A001 😊', null]);
  });

  it('has an opaque address and no phone where WhatsApp gives a linked id', () => {
    const message = onlyMessage(parse(readFixture('linked-id')));
    expect(message.sender).toEqual([{ kind: 'jid', value: '59682983022601@lid' }]);
  });

  it.each([
    ['image', 'image', 'my referral'],
    ['location', 'location', ''],
    ['video', 'video', ''],
    ['voice', 'audio', ''],
    ['document', 'document', 'referral.pdf'],
  ])('may be %s, with its caption as text', (fixture, contentType, text) => {
    expect(onlyMessage(parse(readFixture(fixture)))).toMatchObject({ contentType, text });
  });
});

describe('the forms of a body', () => {
  const json = readFixture('message-received');
  const event = JSON.parse(json) as { data: object };
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

  it.each([
    ['JSON with a byte order mark', `\ufeff${json}`],
    ['JSON between blank lines', `\r\n ${json}\n`],
    ['a form whose data is the event', form({ data: json })],
    ['a form whose data is the event, beside a token', form({ token: 'placeholder', data: json })],
    [
      'a form whose data is the message alone',
      form({ event_type: 'message_received', instanceId: '1150', data: JSON.stringify(event.data) }),
    ],
  ])('reads %s', (_form, body) => {
    const message = onlyMessage(parse(body));
    expect(message).toMatchObject({
      sentAt: SENT_AT,
      senderName: 'Sara',
      text: expect.stringContaining('A001') as string,
    });
  });

  it('reads each message of a batch, whatever the form of its phone and its time', () => {
    expect(parse(readFixture('batch'))).toMatchObject([
      { providerMessageId: 'm-1', sender: [{ kind: 'e164', value: '+966500000001' }], sentAt: SENT_AT, text: 'Hi' },
      { providerMessageId: 'm-2', sender: [{ value: '+966500000002' }], sentAt: new Date('2022-04-15T06:04:24Z') },
      { providerMessageId: 'm-3', sender: [{ value: '+966500000003' }, {}], sentAt: new Date('2022-04-15T06:04:25Z') },
    ]);
  });

  it('ignores a malformed item of a batch and passes the others', () => {
    const kinds = parse(readFixture('batch-with-malformed')).map((item) =>
      item.kind === 'ignored' ? item.why : item.kind,
    );
    expect(kinds).toEqual(['malformed', 'malformed', 'malformed', 'malformed', 'message', 'group']);
  });

  it('reads an empty batch as nothing', () => {
    expect(parse({ messages: [] })).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['cut JSON', json.slice(0, -20)],
    ['a list', '[]'],
    ['a number', '7'],
    ['a form without data', 'a=1&b=2'],
    ['a form with cut JSON', form({ data: json.slice(0, -20) })],
    ['an object of another shape', '{"hello":1}'],
    ['messages that are no list', '{"messages":{}}'],
    ['an image', '\u0089PNG\r\n\u001a\n'],
  ])('refuses %s, without quoting it', (_name, body) => {
    let thrown: unknown;
    try {
      parse(body);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UnparsableWebhookError);
    expect(String(thrown)).not.toContain('9665');
  });

  it('refuses a body over 1 MiB', () => {
    expect(() => parse(' '.repeat(1024 * 1024 + 1))).toThrow(UnparsableWebhookError);
  });
});

describe('what opens nothing', () => {
  it.each([
    ['message-create-own', 'own'],
    ['message-ack-of-theirs', 'ack'],
    ['status-post', 'status'],
    ['newsletter', 'newsletter'],
    ['missed-call', 'unknown_type'],
    ['message-reaction', 'reaction'],
    ['group-message', 'group'],
    ['encryption-notice', 'unknown_type'],
  ])('%s is ignored as %s', (fixture, why) => {
    expect(parse(readFixture(fixture))).toMatchObject([{ kind: 'ignored', why }]);
  });

  it.each<[string, object, string]>([
    ['fromMe', { fromMe: true }, 'own'],
    ['fromMe in words', { fromMe: 'true' }, 'own'],
    ['fromMe of an unknown form', { fromMe: {} }, 'own'],
    ['self', { self: true }, 'own'],
    ['an id that says it is ours', { id: 'true_966500000001@c.us_3EB0' }, 'own'],
    ['the business number itself', { from: '966500000000@c.us', to: '966500000009@c.us' }, 'own'],
    ['a sender who is the receiver', { to: '966500000001@c.us' }, 'own'],
    ['a message to a group', { to: '120363020000000000@g.us' }, 'group'],
    ['a newsletter', { from: '120363020000000000@newsletter' }, 'newsletter'],
    ['a status post', { from: 'status@broadcast' }, 'status'],
    ['a status post by its receiver', { to: 'status@broadcast' }, 'status'],
    ['a broadcast list', { from: '1650002663@broadcast' }, 'broadcast'],
    ['a reaction as a message', { type: 'reaction' }, 'reaction'],
    ['a missed call', { type: 'call_log' }, 'unknown_type'],
    ['a deleted message', { type: 'revoked' }, 'unknown_type'],
    ['a type of an inherited name', { type: 'constructor' }, 'unknown_type'],
    ['no type and no text', { type: undefined, body: undefined }, 'unknown_type'],
    ['WhatsApp’s own account', { from: '0@c.us' }, 'malformed'],
    ['a phone of 7 digits', { from: '9665000@c.us' }, 'malformed'],
    ['an unknown domain', { from: '966500000001@example.com' }, 'malformed'],
    ['letters', { from: 'US.13491208655302741918@c.us' }, 'malformed'],
    ['no sender', { from: undefined }, 'malformed'],
  ])('%s is ignored', (_name, data, why) => {
    expect(parse(received(data))).toMatchObject([{ kind: 'ignored', why }]);
  });

  it.each<[string, object, string]>([
    ['another instance', { instanceId: '1151' }, 'other_instance'],
    ['no instance', { instanceId: undefined }, 'other_instance'],
    ['an instance that only begins the same', { instanceId: '11500' }, 'other_instance'],
    ['an event that we do not know', { event_type: 'message_download_media' }, 'unknown_type'],
    ['an event without a type', { event_type: null }, 'unknown_type'],
  ])('%s is ignored', (_name, event, why) => {
    expect(parse(received({}, event))).toMatchObject([{ kind: 'ignored', why }]);
  });

  it('a created message that does not say whose it is counts as ours', () => {
    expect(parse(received({ fromMe: undefined }, { event_type: 'message_create' }))).toEqual([
      { kind: 'ignored', why: 'own' },
    ]);
  });

  it('a batch of another instance opens nothing', () => {
    const batch = { ...(JSON.parse(readFixture('batch')) as object), instanceId: 'instance7' };
    expect(parse(batch).map((event) => event.kind)).toEqual(['ignored', 'ignored', 'ignored']);
  });

  it('a message nested too deeply to be stored is ignored alone', () => {
    const deep: unknown = Array.from({ length: 40 }).reduce((inner) => [inner], 'x');
    const messages = [
      { id: 'm-1', from: '966500000001', body: 'Hi', quotedMsg: deep },
      { id: 'm-2', from: '966500000002', body: 'Hi' },
    ];
    expect(parse({ messages }).map((event) => event.kind)).toEqual(['ignored', 'message']);
  });

  it.each<[string, object]>([
    ['another instance', { instanceId: '1151' }],
    ['an event that we do not know', { event_type: 'message_download_media' }],
    ['a message that we do not know', { data: { from: '966500000001@c.us', type: 'poll' } }],
    ['a sender who is nobody', { data: { from: 'nobody' } }],
  ])('%s is kept for staff, without its token', (_name, event) => {
    const [found] = parse({ ...JSON.parse(readFixture('message-received')), token: 'canary', ...event } as object);
    expect(found).toMatchObject({ keep: { key: expect.stringMatching(/^ultramsg:[0-9a-f]{64}$/) as string } });
    expect(JSON.stringify(found)).not.toContain('canary');
  });

  it('a redelivery is kept under the same key', () => {
    const keys = [0, 1].map(() => parse(received({}, { instanceId: '7' })));
    expect(keys[0]).toEqual(keys[1]);
  });
});

describe('an acknowledgement', () => {
  it.each([
    ['message-ack-pending', 'accepted'],
    ['message-ack-server', 'sent'],
    ['message-ack-device', 'delivered'],
    ['message-ack', 'read'],
    ['message-ack-played', 'read'],
  ])('%s is the status %s of the attempt', (fixture, status) => {
    expect(parse(readFixture(fixture))).toEqual([
      {
        kind: 'status',
        providerMessageId: '44897',
        correlationId: '018f3c1e-0000-7000-8000-000000000000',
        status,
        at: null,
        failure: null,
        price: null,
      },
    ]);
  });

  const ack = (event: object, data: object = {}) => {
    const base = JSON.parse(readFixture('message-ack')) as { data: object };
    return parse({ ...base, ...event, data: { ...base.data, ...data } });
  };

  it.each<[string, object, object, object]>([
    ['no number', { id: '' }, {}, { providerMessageId: 'true_966500000001@c.us_3EB0AAAA' }],
    ['a number in words', { id: '44897' }, {}, { providerMessageId: '44897' }],
    ['no reference', { referenceId: '' }, {}, { correlationId: null }],
    ['a reference that is none of ours', { referenceId: 'a b\u0000' }, {}, { correlationId: null }],
    ['no flag, and an id that says it is ours', {}, { fromMe: undefined }, { kind: 'status' }],
    ['no id at all', { id: '' }, { id: '' }, { why: 'malformed' }],
    ['a word that we do not know', {}, { ack: 'constructor' }, { why: 'unknown_type' }],
    ['another instance', { instanceId: '7' }, {}, { why: 'other_instance' }],
  ])('with %s', (_name, event, data, found) => {
    expect(ack(event, data)).toMatchObject([found]);
  });

  it('without data is malformed', () => {
    expect(parse({ event_type: 'message_ack', instanceId: '1150' })).toMatchObject([{ why: 'malformed' }]);
  });
});

describe('instance', () => {
  it.each(['1150', 1150, 'instance1150', ' Instance1150 '])('%j is our instance1150', (instanceId) => {
    expect(parse(received({}, { instanceId }))).toMatchObject([{ kind: 'message' }]);
  });
});

describe('fields', () => {
  it.each([
    [1650002663, SENT_AT],
    ['1650002663', SENT_AT],
    [1650002663000, SENT_AT],
    ['1650002663000', SENT_AT],
    ['2022-04-15T06:04:23Z', SENT_AT],
    [0, null],
    [-5, null],
    ['soon', null],
    [null, null],
    [1e30, null],
    [{}, null],
  ])('time %j is %s', (time, sentAt) => {
    expect(onlyMessage(parse(received({ time }))).sentAt).toEqual(sentAt);
  });

  it.each([
    '+966 50-000-0001',
    '00966500000001',
    '966500000001@s.whatsapp.net',
    '966500000001:12@c.us',
    966500000001,
    '\u202a+966500000001\u202c',
  ])('sender %j is one phone', (from) => {
    const message = onlyMessage(
      parse({ messages: [{ id: 'm', from, body: 'Hi', type: 'text', timestamp: 1650002663 }] }),
    );
    expect(message.sender[0]).toEqual({ kind: 'e164', value: '+966500000001' });
  });

  it('an id may be a number', () => {
    expect(onlyMessage(parse(received({ id: 44897 }))).providerMessageId).toBe('44897');
  });

  it('a missing id is derived from sender, time and text, the same for each redelivery', () => {
    const derive = (data: object) => onlyMessage(parse(received({ id: '', ...data }))).providerMessageId;
    expect(derive({})).toMatch(/^derived:[0-9a-f]{64}$/);
    expect(derive({})).toBe(derive({ ack: 'device' }));
    expect(
      new Set([derive({}), derive({ body: 'Hi' }), derive({ time: 1 }), derive({ from: '966500000002@c.us' })]).size,
    ).toBe(4);
  });

  it('an id too long for a key becomes a digest', () => {
    expect(onlyMessage(parse(received({ id: 'x'.repeat(2000) }))).providerMessageId).toMatch(/^digest:[0-9a-f]{64}$/);
  });

  it.each(['false_1@c.us_3EB0 1', 'a\u200bb', 'é', 'a\tb'])('an id of another form is no id: %j', (id) => {
    expect(parse(received({ id }))).toMatchObject([{ kind: 'ignored', why: 'malformed', keep: {} }]);
  });

  it('no token stays in what is kept', () => {
    const message = onlyMessage(parse(received({ token: 'canary' }, { token: 'canary' })));
    expect(JSON.stringify(message.raw)).not.toContain('canary');
  });

  it('nothing that PostgreSQL refuses stays in text, name and payload', () => {
    const message = onlyMessage(parse(received({ body: 'a\u0000b\ud800c', pushname: 'S\u0000ara\udc00' })));
    expect([message.text, message.senderName]).toEqual(['ab\ufffdc', 'Sara\ufffd']);
    expect(JSON.stringify(message)).not.toMatch(/\\u0000|\\ud800|\\udc00/);
  });
});

describe('any bytes at all', () => {
  it('are events or unparsable, never another error', { timeout: 60_000 }, () => {
    const field = fc.oneof(fc.json(), fc.string(), fc.constantFrom('966500000001@c.us', '1150', 'message_received'));
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record({ event_type: field, instanceId: fc.constant('1150'), data: fc.jsonValue() })
        .map((event) => JSON.stringify(event)),
      fc.array(fc.jsonValue()).map((messages) => JSON.stringify({ messages })),
      field.map((data) => `data=${encodeURIComponent(data)}`),
    );
    fc.assert(
      fc.property(body, (text) => {
        try {
          expect(Array.isArray(parse(text))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnparsableWebhookError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
