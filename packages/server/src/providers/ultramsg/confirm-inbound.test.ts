import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answer,
  closedPort,
  startVendorServer,
  type VendorBehaviour,
  type VendorServer,
} from '../testing/vendor-server.js';
import type { InboundMessage } from '../whatsapp-provider.js';
import { readFixture } from './fixtures/read-fixture.js';
import { createUltraMsgProvider } from './ultramsg-provider.js';
import { parseUltraMsgWebhook } from './webhook.js';

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

function provider(baseUrl = vendor.baseUrl, verifyInbound?: boolean, deadlineMs = 10_000) {
  const options = { instanceId: '1150', token: 'placeholder-token', baseUrl, verifyInbound };
  return createUltraMsgProvider({ options, businessNumber: '+966500000000', deadlineMs });
}

/** The message of the golden webhook, with some fields replaced. */
function message(changes: Partial<InboundMessage> = {}): InboundMessage {
  const rawBody = new TextEncoder().encode(readFixture('message-received'));
  const [event] = parseUltraMsgWebhook(rawBody, { instanceId: '1150', businessNumber: '+966500000000' });
  return { ...(event as InboundMessage), ...changes };
}

function confirm(behaviour: VendorBehaviour, changes?: Partial<InboundMessage>) {
  vendor.behave(behaviour);
  return provider().confirmInbound?.(message(changes));
}

const CHAT = JSON.parse(readFixture('chat-messages')) as Record<string, unknown>[];
const OURS = CHAT[1] ?? {};
/** The chat as UltraMsg would list it if the message stood in it with these fields. */
const chatWith = (changes: object) => answer(200, [{ ...OURS, ...changes }]);

describe('the question', () => {
  it.each<[string, Partial<InboundMessage>, string]>([
    ['the address of the sender', {}, '966500000001@c.us'],
    ['a linked id as it is', { sender: [{ kind: 'jid', value: '59682983022601@lid' }] }, '59682983022601@lid'],
    ['the address of a bare phone', { sender: [{ kind: 'e164', value: '+966500000001' }] }, '966500000001@c.us'],
  ])('names %s', async (_name, changes, chatId) => {
    await confirm(answer(200, CHAT), changes);
    const { method, path } = vendor.received.at(-1) ?? { method: '', path: '' };
    const url = new URL(path, 'http://vendor');
    expect([method, url.pathname]).toEqual(['GET', '/instance1150/chats/messages']);
    expect(Object.fromEntries(url.searchParams)).toEqual({ token: 'placeholder-token', chatId, limit: '50' });
  });

  it('is not asked where the options say so', () => {
    expect(provider(vendor.baseUrl, false).confirmInbound).toBeUndefined();
  });
});

describe('a message is genuine', () => {
  it.each<[string, VendorBehaviour]>([
    ['in its chat', answer(200, CHAT)],
    ['in a list under "messages"', answer(200, { messages: CHAT })],
    ['in a list under "data"', answer(200, { data: CHAT })],
    ['with its id as an object', chatWith({ id: { _serialized: OURS['id'] } })],
    ['without flags and sender', answer(200, [{ id: OURS['id'] }])],
    ['with a linked id for its sender', chatWith({ from: '59682983022601@lid' })],
  ])('%s', async (_name, behaviour) => {
    expect(await confirm(behaviour)).toBe('genuine');
  });

  it('by its words and its time, where it came without an id', async () => {
    const changes = { providerMessageId: 'derived:00', text: String(OURS['body']) };
    expect(await confirm(answer(200, CHAT), changes)).toBe('genuine');
    expect(await confirm(answer(200, CHAT), { ...changes, text: 'Other words' })).toBe('forged');
  });
});

describe('a message is forged', () => {
  it.each<[string, VendorBehaviour]>([
    ['where the chat has others alone', answer(200, JSON.parse(readFixture('chat-messages-without')))],
    ['where the chat is empty', answer(200, [])],
    ['where it is ours', chatWith({ fromMe: true })],
    ['where somebody else wrote it', chatWith({ from: '966500000002@c.us' })],
    ['where it is of a group', chatWith({ from: '120363020000000000@g.us' })],
    ['where only its words are the same', chatWith({ id: 'false_966500000001@c.us_3EB0FFFF' })],
  ])('%s', async (_name, behaviour) => {
    expect(await confirm(behaviour)).toBe('forged');
  });
});

describe('nothing is known', () => {
  const later = Array.from({ length: 50 }, (_, index) => ({ id: `false_x_${index}`, time: 1650002700 + index }));

  it.each<[string, VendorBehaviour]>([
    ['where the token is wrong', answer(200, { error: 'Wrong token. Please provide token as a GET parameter.' })],
    ['where the path does not exist', answer(404, 'Not Found')],
    ['where UltraMsg is down', answer(503, '')],
    ['where it asks to wait', answer(429, { error: 'Too Many Requests' })],
    ['where it answers with a page', answer(200, '<html>')],
    ['where it answers in a form that we do not know', answer(200, { chat: CHAT })],
    ['where the list holds no objects', answer(200, ['a'])],
    ['where the connection breaks', (_response, socket) => socket.destroy()],
    ['where a full page is later than the message', answer(200, later)],
  ])('%s', async (_name, behaviour) => {
    expect(await confirm(behaviour)).toBe('unknown');
  });

  it('where it hangs', async () => {
    vendor.behave(() => undefined);
    expect(await provider(vendor.baseUrl, undefined, 50).confirmInbound?.(message())).toBe('unknown');
  });

  it('where no connection stands', async () => {
    const unreachable = provider(`http://127.0.0.1:${await closedPort()}`);
    expect(await unreachable.confirmInbound?.(message())).toBe('unknown');
  });
});
