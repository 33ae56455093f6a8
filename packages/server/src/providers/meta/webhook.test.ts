import { describe, expect, it } from 'vitest';
import { UnparsableWebhookError, type InboundEvent, type InboundMessage } from '../whatsapp-provider.js';
import { readFixture, webhookFixtures } from './fixtures/read-fixture.js';
import { parseMetaWebhook } from './webhook.js';

const ACCOUNT = { phoneNumberId: '106540352242922', businessNumber: '+966500000000' };
const PHONE = [
  { kind: 'e164', value: '+966500000001' },
  { kind: 'wa_id', value: '966500000001' },
];
const USER = { kind: 'bsuid', value: 'SA.13491208655302741918' };
const PARENT = { kind: 'bsuid', value: 'SA.ENT.11815799212886844830' };

function parse(body: string | object, account = ACCOUNT): InboundEvent[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return parseMetaWebhook(new TextEncoder().encode(text), account);
}

/** One word an event; kept ones end in `+`. */
function summary(events: readonly InboundEvent[]): string[] {
  return events.map((event) => {
    switch (event.kind) {
      case 'message':
        return `${event.contentType}: ${event.text}`;
      case 'status':
        return `status ${event.status}`;
      case 'identity_change':
        return 'identity_change';
      case 'ignored':
        return event.why + (event.keep ? '+' : '');
    }
  });
}

function onlyMessage(events: readonly InboundEvent[]): InboundMessage {
  expect(events).toEqual([expect.objectContaining({ kind: 'message' })]);
  return events[0] as InboundMessage;
}

interface Value {
  metadata?: unknown;
  contacts?: unknown;
  messages?: unknown;
  statuses?: unknown;
}

/** A change of field `messages` with this value, for our number. */
function batch(value: Value, field = 'messages'): object {
  const metadata = { display_phone_number: '966500000000', phone_number_id: ACCOUNT.phoneNumberId };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
}

/** The text fixture's message with some fields replaced; `undefined` removes one. */
function received(fields: object, contact: object | null = null): object {
  const message = { from: '966500000001', id: 'wamid.1', timestamp: '1785578400', type: 'text', text: { body: 'Hi' } };
  return batch({ messages: [{ ...message, ...fields }], ...(contact && { contacts: [contact] }) });
}

const OPT_IN = 'text: Hi, ticket A001 - please send WhatsApp updates (ref: 0123-4567-89AB)';

const GOLDEN: Readonly<Record<string, readonly string[]>> = {
  text: [OPT_IN],
  'text-arabic': ['text: مرحبًا، التذكرة A001 😊'],
  'text-username-only': [OPT_IN],
  'text-user-id-in-contacts-only': [OPT_IN],
  'text-user-id-inside-from': [OPT_IN],
  'text-parent-user-id': [OPT_IN],
  'text-malformed-user-id': [OPT_IN],
  'text-phone-only': [OPT_IN],
  'text-nobody': ['malformed+'],
  'text-forwarded': [OPT_IN],
  'text-quoting': ['text: STOP'],
  'text-from-ad': ['text: Hello! Can I get more info on this?'],
  'text-milliseconds': [OPT_IN],
  button: ['text: Confirm'],
  'button-without-context': ['text: Confirm'],
  'interactive-button-reply': ['text: Yes, please'],
  'interactive-list-reply': ['text: Cardiology'],
  'interactive-form-reply': ['form: Sent'],
  'interactive-without-body': ['unsupported+', 'error+'],
  reaction: ['reaction'],
  'reaction-removed': ['reaction'],
  image: ['image: my referral'],
  video: ['video: '],
  'audio-voice': ['audio: '],
  document: ['document: for ticket A001'],
  sticker: ['sticker: '],
  location: ['location: '],
  contacts: ['contact: '],
  'contacts-asked-for': ['contact: '],
  order: ['order: Two, please'],
  unsupported: ['unsupported+'],
  edit: ['edit+'],
  revoke: ['revoke+'],
  'request-welcome': ['unknown_type+'],
  'group-text': ['group'],
  'own-number': ['own'],
  'system-number-changed': ['identity_change'],
  'system-number-changed-former': ['identity_change'],
  'system-user-id-changed': ['identity_change'],
  'system-identity-changed': ['system'],
  'echo-business-app': ['own'],
  'echo-message-echoes': ['own'],
  'user-preferences-stop': ['preference+'],
  'user-preferences-resume': ['preference+'],
  standby: ['standby'],
  call: ['call'],
  'account-update': ['account_alert+'],
  'template-status': ['account_alert+'],
  'account-error': ['error+'],
  'status-sent': ['status sent'],
  'status-delivered': ['status delivered'],
  'status-delivered-without-billable': ['status delivered'],
  'status-read': ['status read'],
  'status-played': ['status read'],
  'status-failed-window': ['status failed'],
  'status-failed-bare': ['status failed'],
  'status-failed-without-errors': ['status failed'],
  'status-user-id-only': ['status delivered'],
  'status-deleted': ['deleted'],
  'status-unknown': ['unknown_type+'],
  'batch-two-numbers': [OPT_IN, 'other_instance+'],
  'other-number-status': ['other_instance+'],
  'batch-duplicate': ['text: Hello', 'text: Hello'],
  'batch-mixed': ['text: One', 'text: Two', 'own', 'call', 'text: Three', 'status delivered'],
  'batch-with-malformed': [
    ...Array.from({ length: 4 }, () => 'malformed+'),
    'unknown_type+',
    ...Array.from({ length: 3 }, () => 'malformed+'),
    OPT_IN,
    ...Array.from({ length: 2 }, () => 'malformed+'),
    'unknown_type+',
    ...Array.from({ length: 3 }, () => 'malformed+'),
    'unknown_type+',
    'status sent',
  ],
  'without-phone-number-id': ['malformed+'],
  empty: [],
  'page-object': ['unknown_type+'],
};

describe('the golden payloads', () => {
  it.each(webhookFixtures())('%s', (name) => {
    expect(summary(parse(readFixture(name)))).toEqual(GOLDEN[name]);
  });
});

describe('a customer’s message', () => {
  it('comes out in our words, with itself alone as what is kept', () => {
    const raw = JSON.parse(readFixture('text')) as unknown;
    expect(onlyMessage(parse(readFixture('text')))).toEqual({
      kind: 'message',
      providerMessageId: expect.stringMatching(/^wamid\./) as string,
      sentAt: new Date('2026-08-01T10:00:00Z'),
      sender: [...PHONE, USER],
      senderName: 'Sara',
      contentType: 'text',
      text: OPT_IN.slice('text: '.length),
      raw,
    });
  });

  it('can be read again from what is kept of it', () => {
    const events = parse(readFixture('batch-mixed')).filter((event) => event.kind === 'message');
    expect(events.flatMap((event) => parse(event.raw as object))).toEqual(events);
  });

  it.each([
    ['1785578400', '2026-08-01T10:00:00.000Z'],
    [1785578400, '2026-08-01T10:00:00.000Z'],
    ['1785578400123', '2026-08-01T10:00:00.123Z'],
    ['soon', null],
    [undefined, null],
    [{}, null],
  ])('time %j is %s', (timestamp, sentAt) => {
    expect(onlyMessage(parse(received({ timestamp }))).sentAt?.toISOString() ?? null).toBe(sentAt);
  });

  it('leaves nothing that PostgreSQL refuses', () => {
    const contact = { wa_id: '966500000001', profile: { name: 'S\u0000ara\udc00' } };
    const message = onlyMessage(parse(received({ text: { body: 'a\u0000b\ud800c' } }, contact)));
    expect([message.text, message.senderName]).toEqual(['ab\ufffdc', 'Sara\ufffd']);
    expect(JSON.stringify(message)).not.toMatch(/\\u0000|\\ud800|\\udc00/);
  });

  it('nested too deeply to be stored is ignored alone', () => {
    const json = JSON.stringify(received({}));
    const hit = json.indexOf('{"from"');
    const bad = `{"id":"wamid.0","from":"966500000001","type":"text","text":{"body":"x"},"context":${'['.repeat(100_000)}${']'.repeat(100_000)}},`;
    expect(summary(parse(json.slice(0, hit) + bad + json.slice(hit)))).toEqual(['malformed', 'text: Hi']);
  });
});

describe('the sender', () => {
  it.each<[string, readonly object[]]>([
    ['text', [...PHONE, USER]],
    ['text-username-only', [USER]],
    ['text-user-id-in-contacts-only', [USER]],
    ['text-user-id-inside-from', [USER]],
    ['text-parent-user-id', [...PHONE, USER, PARENT]],
    ['text-malformed-user-id', PHONE],
    ['text-phone-only', PHONE],
    ['contacts-asked-for', [USER]],
  ])('of %s', (name, sender) => {
    expect(onlyMessage(parse(readFixture(name))).sender).toEqual(sender);
  });

  it.each([
    'SA.13491208655302741918',
    'US.ENT.1181579921',
    'us.1349120865',
    'foo_bar',
    '9665000',
    '0966500000001',
    'x1',
  ])('named %j has no phone', (from) => {
    const [event] = parse(received({ from }));
    const sender = event?.kind === 'message' ? event.sender : [];
    expect(sender.filter(({ kind }) => kind === 'e164' || kind === 'wa_id')).toEqual([]);
  });

  it('keeps the name that is given with a username alone', () => {
    const contact = { user_id: USER.value, profile: { username: 'sara.k' } };
    expect(onlyMessage(parse(received({ from: undefined, from_user_id: USER.value }, contact))).senderName).toBe(
      'sara.k',
    );
  });

  it('is never a contact that contradicts it', () => {
    const contact = { wa_id: '966500000002', user_id: 'SA.2222', profile: { name: 'Omar' } };
    expect(onlyMessage(parse(received({}, contact)))).toMatchObject({ sender: PHONE, senderName: null });
  });

  it.each(['1', 'wamid.', 'WAMID.1', 'wamid.a b', `wamid.${'x'.repeat(600)}`])('with the id %j is no message', (id) => {
    expect(summary(parse(received({ id })))).toEqual(['malformed+']);
    expect(parse(batch({ statuses: [{ id, status: 'read' }] }))).toMatchObject([{ why: 'malformed' }]);
  });

  it('that no message names is not guessed among several contacts', () => {
    const contacts = [{ user_id: 'SA.1111' }, { user_id: 'SA.2222' }];
    const messages = [{ id: 'wamid.1', type: 'text', text: { body: 'Hi' } }];
    expect(summary(parse(batch({ contacts, messages })))).toEqual(['malformed+']);
  });

  it('that no message names is not the contact of another message', () => {
    const contacts = [{ wa_id: '966500000001' }];
    const text = { type: 'text', text: { body: 'Hi' } };
    const messages = [
      { id: 'wamid.1', ...text },
      { id: 'wamid.2', from: '966500000002', ...text },
    ];
    expect(summary(parse(batch({ contacts, messages })))).toEqual(['malformed+', 'text: Hi']);
  });

  it('of each message of a batch is the contact of the same person, whatever their order', () => {
    const names = parse(readFixture('batch-mixed')).flatMap((event) =>
      event.kind === 'message' ? [event.senderName] : [],
    );
    expect(names).toEqual(['Sara', 'Omar', 'Huda']);
  });
});

describe('words besides a text', () => {
  const edited = (message: object) => parse(received({ type: 'edit', edit: { message }, text: undefined }))[0];

  it('of an edit are kept for a STOP in them, and open nothing', () => {
    const [event] = parse(readFixture('edit'));
    expect(event).toMatchObject({ kind: 'ignored', why: 'edit', words: { kind: 'message', text: 'A002, sorry' } });
    expect(edited({ type: 'image', image: { caption: 'STOP' } })).toMatchObject({ words: { text: 'STOP' } });
    expect(edited({ type: 'sticker', sticker: {} })).not.toHaveProperty('words');
    expect(edited({})).not.toHaveProperty('words');
  });

  it('of a tap are its label and what the button carries', () => {
    const tapped = parse(received({ type: 'button', button: { text: 'No thanks', payload: 'STOP' }, text: undefined }));
    expect(onlyMessage(tapped)).toMatchObject({ text: 'No thanks', payload: 'STOP' });
    const reply = { type: 'button_reply', button_reply: { id: 'opt_out', title: 'Leave' } };
    const answered = parse(received({ type: 'interactive', interactive: reply, text: undefined }));
    expect(onlyMessage(answered)).toMatchObject({ text: 'Leave', payload: 'opt_out' });
  });
});

describe('a changed identity', () => {
  const NEW_PHONE = [
    { kind: 'e164', value: '+966500000002' },
    { kind: 'wa_id', value: '966500000002' },
  ];
  const NEW_USER = { kind: 'bsuid', value: 'SA.NEW00000000000000001' };
  const NEW_PARENT = { kind: 'bsuid', value: 'SA.ENT.NEW0000000000001' };

  it.each<[string, readonly object[], readonly object[]]>([
    ['system-number-changed', [...PHONE, USER, PARENT], [...NEW_PHONE, NEW_USER, NEW_PARENT]],
    ['system-number-changed-former', PHONE, NEW_PHONE],
    ['system-user-id-changed', [USER], [NEW_USER]],
  ])('%s', (name, from, to) => {
    expect(parse(readFixture(name))).toMatchObject([
      { kind: 'identity_change', from, to, at: new Date('2026-08-01T10:00:00Z') },
    ]);
  });

  it('comes from what the notice names, where the message is from the new number already', () => {
    const system = { type: 'customer_changed_number', customer: '966500000001', wa_id: '966500000002' };
    const events = parse(received({ from: '966500000002', type: 'system', text: undefined, system }));
    expect(events).toMatchObject([{ from: PHONE, to: NEW_PHONE }]);
  });

  it('has the same id each time, its own or one made of what it says', () => {
    const withId = readFixture('system-number-changed');
    const withoutId = JSON.stringify(JSON.parse(withId, (key, value: unknown) => (key === 'id' ? undefined : value)));
    for (const [body, id] of [
      [withId, /^wamid\./],
      [withoutId, /^derived:[0-9a-f]{64}$/],
    ] as const) {
      const [first, second] = [parse(body), parse(body)].map(([event]) => event);
      expect(first).toMatchObject({ providerMessageId: expect.stringMatching(id) as string });
      expect(second).toEqual(first);
    }
  });

  it.each<[string, object, string]>([
    ['from nobody', { from: undefined, system: { type: 'user_changed_number', wa_id: '966500000002' } }, 'malformed+'],
    ['to the same number', { system: { type: 'user_changed_number', wa_id: '966500000001' } }, 'malformed+'],
    ['of a kind that we do not know', { system: { type: 'user_changed_name' } }, 'system+'],
    ['without a body', { system: undefined }, 'system+'],
  ])('%s moves nobody', (_name, fields, expected) => {
    expect(summary(parse(received({ type: 'system', text: undefined, ...fields })))).toEqual([expected]);
  });
});

describe('a status', () => {
  const CORRELATION_ID = '018f3c1e-0000-7000-8000-000000000000';
  const noAmount = { amount: null, currency: null };

  it.each<[string, object]>([
    [
      'status-sent',
      {
        correlationId: CORRELATION_ID,
        at: new Date('2026-08-01T10:00:05Z'),
        failure: null,
        price: { ...noAmount, category: 'service', billable: true },
      },
    ],
    ['status-delivered', { price: { ...noAmount, category: 'service', billable: false } }],
    ['status-delivered-without-billable', { price: { ...noAmount, category: 'referral_conversion', billable: false } }],
    ['status-read', { correlationId: CORRELATION_ID, price: null }],
    ['status-played', { status: 'read', correlationId: null }],
    ['status-failed-window', { failure: { action: 'close_session', retryAfterMs: null, errorCode: '131047' } }],
    ['status-failed-bare', { failure: { action: 'unreachable', retryAfterMs: null, errorCode: '131026' } }],
    ['status-failed-without-errors', { failure: { action: 'next_tier', retryAfterMs: null, errorCode: null } }],
    ['status-user-id-only', { status: 'delivered', correlationId: CORRELATION_ID }],
  ])('%s', (name, expected) => {
    const providerMessageId = 'wamid.HBgMOTY2NTAwMDAwMDAxFQIAERgSOUE5RDQ3AA==';
    expect(parse(readFixture(name))).toMatchObject([{ kind: 'status', providerMessageId, ...expected }]);
  });

  it.each<[unknown, object | null]>([
    [undefined, null],
    ['service', null],
    [{}, { ...noAmount, category: null, billable: null }],
    [{ type: 'regular' }, { ...noAmount, category: null, billable: true }],
    [
      { type: 'monthly_allowance', category: 'service' },
      { ...noAmount, category: 'service', billable: null },
    ],
  ])('prices %j', (pricing, price) => {
    expect(parse(batch({ statuses: [{ id: 'wamid.1', status: 'delivered', pricing }] }))).toMatchObject([{ price }]);
  });

  it.each([[null], [7], [''], ['x'.repeat(200)]])('takes %j for no id of ours', (data) => {
    const status = { id: 'wamid.1', status: 'sent', biz_opaque_callback_data: data };
    expect(parse(batch({ statuses: [status] }))).toMatchObject([{ correlationId: null }]);
  });
});

describe('what is kept', () => {
  it('has the same key for every channel that reads it, and each item its own', () => {
    const keys = (account: typeof ACCOUNT) =>
      parse(readFixture('batch-with-malformed'), account).flatMap((event) =>
        event.kind === 'ignored' && event.keep ? [event.keep.key] : [],
      );
    expect(keys(ACCOUNT)).toEqual(keys({ ...ACCOUNT, businessNumber: '+966500000009' }));
    const [one] = parse(readFixture('other-number-status'));
    const [other] = parse(readFixture('other-number-status'), { ...ACCOUNT, phoneNumberId: '7' });
    expect(one).toMatchObject({ keep: { key: expect.stringMatching(/^meta:[0-9a-f]{64}$/) as string } });
    expect(other).toEqual(one);
  });

  it('of another business number is the item in its envelope', () => {
    const [, other] = parse(readFixture('batch-two-numbers'));
    const raw = other?.kind === 'ignored' ? (other.keep?.raw as object) : {};
    expect(summary(parse(raw, { ...ACCOUNT, phoneNumberId: '106540352242999' }))).toEqual(['text: Hello there']);
  });

  it('opens nothing for a number that only begins the same', () => {
    const metadata = { phone_number_id: `${ACCOUNT.phoneNumberId}0` };
    const messages = [{ id: 'wamid.1', from: '966500000001', type: 'text', text: { body: 'Hi' } }];
    expect(summary(parse(batch({ metadata, messages })))).toEqual(['other_instance+']);
  });

  it.each([
    'standby',
    'message_echoes',
    'smb_message_echoes',
    'calls',
    'user_preferences',
    'history',
    'constructor',
    '',
  ])('messages of field %j open nothing', (field) => {
    const messages = [{ id: 'wamid.1', from: '966500000001', type: 'text', text: { body: 'Hi' } }];
    expect(parse(batch({ messages }, field)).map(({ kind }) => kind)).toEqual(['ignored']);
  });
});

describe('a body', () => {
  it.each([
    ['nothing', ''],
    ['cut JSON', readFixture('text').slice(0, -20)],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a form', 'data=%7B%7D'],
    ['an object without entries', '{"object":"whatsapp_business_account"}'],
    ['entries that are no list', '{"object":"whatsapp_business_account","entry":{}}'],
    ['more than 3 MiB', ' '.repeat(3 * 1024 * 1024 + 1)],
  ])('of %s is refused, without quoting it', (_name, body) => {
    let thrown: unknown;
    try {
      parse(body);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UnparsableWebhookError);
    expect(String(thrown)).not.toContain('9665');
  });

  it('of nearly 3 MB is read whole', () => {
    const contacts = Array.from({ length: 9_000 }, (_, index) => ({
      wa_id: `9665${String(index + 1).padStart(8, '0')}`,
    }));
    const messages = contacts.map(({ wa_id: from }, index) => ({
      from,
      id: `wamid.${index}`,
      timestamp: '1785578400',
      type: 'text',
      text: { body: 'x'.repeat(150) },
    }));
    const body = JSON.stringify(batch({ contacts, messages }));
    expect(body.length).toBeGreaterThan(2_000_000);
    expect(parse(body).filter(({ kind }) => kind === 'message')).toHaveLength(9_000);
  });
});
