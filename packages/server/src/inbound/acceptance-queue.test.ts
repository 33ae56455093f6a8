import { describe, expect, it } from 'vitest';
import { createAcceptanceQueue } from './acceptance-queue.js';
import type { AcceptedMessage, InboundItem } from './inbound-store.js';

function itemOf(phone: string, text = 'hello', sharedId?: string): InboundItem {
  return {
    account: {
      organizationId: 'clinic',
      provider: 'meta',
      businessNumber: '+966500000000',
      evidence: 'signed_webhook',
    },
    event: {
      kind: 'message',
      providerMessageId: `${phone} ${text}`,
      sharedId,
      sentAt: null,
      sender: [{ kind: 'e164', value: phone }],
      senderName: null,
      contentType: 'text',
      text,
      raw: {},
    },
    code: null,
    keyword: null,
    flag: null,
    sessionDurationHours: 24,
    state: 'accepted',
  };
}

const acceptedOf = ({ event }: InboundItem) => ({ messageId: event.providerMessageId }) as AcceptedMessage;

/** A store whose statements end when the test says so. */
function createSlowStore({ size = 32, atOnce = 2 } = {}) {
  const statements: { texts: string[]; items: readonly InboundItem[]; end(error?: Error): void }[] = [];
  return {
    statements,
    batches: { size, atOnce },
    accept: (items: readonly InboundItem[]) =>
      new Promise<(AcceptedMessage | null)[]>((resolve, reject) => {
        const end = (error?: Error) => (error === undefined ? resolve(items.map(acceptedOf)) : reject(error));
        statements.push({ items, texts: items.map(({ event }) => event.providerMessageId), end });
      }),
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
async function settle() {
  for (let turns = 0; turns < 5; turns += 1) await turn();
}

describe('the acceptance queue', () => {
  it('lets a message of an idle store go at once, and gathers what arrives meanwhile', async () => {
    const store = createSlowStore({ atOnce: 1 });
    const queue = createAcceptanceQueue(store);
    const first = queue.accept(itemOf('+1'));
    await settle();
    const others = [queue.accept(itemOf('+3')), queue.accept(itemOf('+2'))];
    await settle();
    expect(store.statements.map(({ texts }) => texts)).toEqual([['+1 hello']]);
    store.statements[0]?.end();
    expect(await first).toEqual({ messageId: '+1 hello' });
    await settle();
    // Sorted by sender; each caller gets its own answer.
    expect(store.statements[1]?.texts).toEqual(['+2 hello', '+3 hello']);
    store.statements[1]?.end();
    expect(await Promise.all(others)).toEqual([{ messageId: '+3 hello' }, { messageId: '+2 hello' }]);
  });

  it('takes what comes in one turn together, at most so many, and so many batches at once', async () => {
    const store = createSlowStore({ size: 2, atOnce: 2 });
    const queue = createAcceptanceQueue(store);
    const all = ['+1', '+2', '+3', '+4', '+5'].map((phone) => queue.accept(itemOf(phone)));
    await settle();
    expect(store.statements.map(({ texts }) => texts.length)).toEqual([2, 2]);
    store.statements[0]?.end();
    await settle();
    expect(store.statements[2]?.texts).toEqual(['+5 hello']);
    for (const { end } of store.statements) end();
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('accepts the messages of one person one after another, in their order', async () => {
    const store = createSlowStore();
    const queue = createAcceptanceQueue(store);
    const all = [itemOf('+1', 'one'), itemOf('+1', 'two'), itemOf('+2'), itemOf('+1', 'three')].map(queue.accept);
    for (const expected of [['+1 one', '+2 hello'], ['+1 two'], ['+1 three']]) {
      await settle();
      expect(store.statements.at(-1)?.texts).toEqual(expected);
      store.statements.at(-1)?.end();
    }
    await Promise.all(all);
    expect(store.statements).toHaveLength(3);
  });

  it('keeps a message that comes under two names apart from itself', async () => {
    const store = createSlowStore();
    const queue = createAcceptanceQueue(store);
    void queue.accept(itemOf('+1', 'hello', 'KEY'));
    void queue.accept(itemOf('+2', 'hello', 'KEY'));
    await settle();
    expect(store.statements.map(({ texts }) => texts)).toEqual([['+1 hello']]);
  });

  it('repeats a batch that fails one by one, so that a bad item loses no other', async () => {
    const store = createSlowStore();
    const queue = createAcceptanceQueue(store);
    const all = Promise.allSettled(['+1', '+2', '+3'].map((phone) => queue.accept(itemOf(phone))));
    await settle();
    store.statements[0]?.end(new Error('bad'));
    await settle();
    const alone = store.statements.slice(1);
    expect(alone.map(({ texts }) => texts)).toEqual([['+1 hello'], ['+2 hello'], ['+3 hello']]);
    for (const { texts, end } of alone) end(texts[0] === '+2 hello' ? new Error('bad') : undefined);
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('refuses what is too much', async () => {
    const queue = createAcceptanceQueue(createSlowStore(), 1);
    void queue.accept(itemOf('+1'));
    await expect(queue.accept(itemOf('+2'))).rejects.toThrow('Too many messages wait');
  });

  it('settles what waits before it closes, and refuses the rest', async () => {
    const store = createSlowStore({ size: 1, atOnce: 1 });
    const queue = createAcceptanceQueue(store);
    const all = Promise.all([queue.accept(itemOf('+1')), queue.accept(itemOf('+2'))]);
    let isClosed = false;
    const closing = queue.close().then(() => (isClosed = true));
    await expect(queue.accept(itemOf('+3'))).rejects.toThrow('closing');
    await settle();
    expect(isClosed).toBe(false);
    store.statements[0]?.end();
    await settle();
    expect(isClosed).toBe(false);
    store.statements[1]?.end();
    await closing;
    expect(await all).toHaveLength(2);
  });
});
