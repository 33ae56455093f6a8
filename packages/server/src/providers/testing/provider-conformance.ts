import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  UnparsableWebhookError,
  type InboundEvent,
  type InboundMessage,
  type WebhookRequest,
} from '../whatsapp-provider.js';
import { mutatedBody } from './mutated-body.js';
import { withBody, type KitMessage, type KitWebhook, type ProviderKit } from './provider-kit.js';
import { closedPort, startVendorServer, type VendorServer } from './vendor-server.js';

const SENT_AT_MS = Date.parse('2026-11-24T10:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const FUZZ_RUNS = 400;
/** Held, so that a run can be repeated; the other seed is new each time and stands in the name of its test. */
const FIXED_SEED = 20261124;

const MESSAGE: KitMessage = { id: 'A1', from: '+966500000001', text: 'Hi, ticket A001 😊 مرحبا', sentAtMs: SENT_AT_MS };

/** Everything that each vendor of WhatsApp must do alike, whatever its words: called from the vendor's own test. */
export function describeWhatsAppProvider(kit: ProviderKit): void {
  describe(`${kit.name} conforms`, () => {
    describeVerification(kit);
    describeMessages(kit);
    describeSending(kit);
    describeFuzzing(kit);
  });
}

function describeVerification(kit: ProviderKit): void {
  const [secret, otherSecret] = kit.secrets;
  const provider = kit.createProvider({ secrets: [secret] });
  const unsigned = kit.buildWebhook({ messages: [MESSAGE] });
  const signed = kit.sign(unsigned, secret);
  const proof = kit.readProof(signed);

  describe('a webhook', () => {
    it('is genuine with its secret', () => {
      expect(provider.verifyWebhook(signed)).toBe('genuine');
    });

    it.each<[string, WebhookRequest]>([
      ['without any proof', unsigned],
      ['with an empty proof', kit.withProof(signed, '')],
      ['with a wrong proof', kit.withProof(signed, 'x'.repeat(proof.length))],
      ['with a truncated proof', kit.withProof(signed, proof.slice(0, -1))],
      ['with the first half of its proof', kit.withProof(signed, proof.slice(0, Math.ceil(proof.length / 2)))],
      ['with a longer proof', kit.withProof(signed, `${proof}0`)],
      ['with its proof twice', kit.withProof(signed, `${proof}, ${proof}`)],
      ['with its proof in upper case', kit.withProof(signed, proof.toUpperCase())],
      [
        'with its last character changed',
        kit.withProof(signed, proof.slice(0, -1) + (proof.endsWith('A') ? 'B' : 'A')),
      ],
      ['with the secret of another organization', kit.sign(unsigned, otherSecret)],
    ])('%s is forged', (_name, request) => {
      expect(provider.verifyWebhook(request)).toBe('forged');
    });

    it.each<[string, WebhookRequest]>([
      ['signed', signed],
      ['signed with nothing', kit.sign(unsigned, '')],
      ['unsigned', unsigned],
    ])('%s is believed by nobody who has no secret', (_name, request) => {
      for (const secrets of [[], ['']]) {
        expect(kit.createProvider({ secrets }).verifyWebhook(request)).toBe('not_configured');
      }
    });

    if (kit.webhooks.rotates) {
      it('is genuine with the new and the old secret during a rotation, and with the new one alone after it', () => {
        const rotating = kit.createProvider({ secrets: [otherSecret, secret] });
        const rotated = kit.createProvider({ secrets: [otherSecret] });
        const withNew = kit.sign(unsigned, otherSecret);
        expect([signed, withNew].map((request) => rotating.verifyWebhook(request))).toEqual(['genuine', 'genuine']);
        expect([signed, withNew].map((request) => rotated.verifyWebhook(request))).toEqual(['forged', 'genuine']);
      });
    }

    if (kit.webhooks.signed) {
      it('is forged when one bit of its body has changed', () => {
        fc.assert(
          fc.property(fc.nat({ max: signed.rawBody.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
            const rawBody = signed.rawBody.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));
            // A form may say the same with other bytes, `+` for `%20`; then nothing has changed.
            fc.pre(!saysTheSame(signed.rawBody, rawBody));
            expect(provider.verifyWebhook(withBody(signed, rawBody))).toBe('forged');
          }),
          { numRuns: 200 },
        );
      });

      it('is not parsed before it is believed', () => {
        const parse = vi.spyOn(JSON, 'parse');
        provider.verifyWebhook(kit.withProof(signed, 'x'));
        const calls = parse.mock.calls.length;
        parse.mockRestore();
        expect(calls).toBe(0);
      });
    }
  });
}

function saysTheSame(one: Uint8Array, other: Uint8Array): boolean {
  const [before = '', after = ''] = [one, other].map((bytes) => new TextDecoder().decode(bytes));
  if (before.trimStart().startsWith('{')) return before === after;
  return new URLSearchParams(before).toString() === new URLSearchParams(after).toString();
}

function describeMessages(kit: ProviderKit): void {
  const provider = kit.createProvider({ secrets: [kit.secrets[0]] });
  const parse = (webhook: KitWebhook): InboundEvent[] => provider.parseWebhook(kit.buildWebhook(webhook));
  const messagesOf = (webhook: KitWebhook): InboundMessage[] =>
    parse(webhook).filter((event) => event.kind === 'message');
  const batch = (count: number): KitMessage[] =>
    Array.from({ length: count }, (_, index) => {
      const from = `+9665000001${String(index).padStart(2, '0')}`;
      return { ...MESSAGE, id: `B${index}`, from, text: `message ${index}` };
    });
  const size = kit.webhooks.batches ? 50 : 1;

  describe('a message', () => {
    it('says who wrote what, and when', () => {
      const [message] = messagesOf({ messages: [MESSAGE] });
      expect(message).toMatchObject({
        text: MESSAGE.text,
        contentType: 'text',
        sentAt: kit.webhooks.timed ? new Date(SENT_AT_MS) : null,
      });
      expect(message?.sender).toContainEqual({ kind: 'e164', value: MESSAGE.from });
      expect(message?.opensWindow ?? true).toBe(true);
    });

    it('has the same id each time it is delivered, and no other has it', () => {
      const [first, again] = [0, 1].map(() => messagesOf({ messages: [MESSAGE] })[0]?.providerMessageId);
      const [other] = messagesOf({ messages: [{ ...MESSAGE, id: 'A2' }] });
      expect(again).toBe(first);
      expect(other?.providerMessageId).not.toBe(first);
    });

    it(`comes through in any order of its batch of ${size}`, () => {
      const ids = (messages: readonly KitMessage[]) =>
        messagesOf({ messages }).map(({ providerMessageId }) => providerMessageId);
      const inOrder = ids(batch(size));
      expect(new Set(inOrder).size).toBe(size);
      expect(ids(batch(size).reverse()).sort()).toEqual([...inOrder].sort());
    });

    if (kit.webhooks.batches) {
      it('is not lost for a malformed one beside it', () => {
        const events = parse({ messages: batch(size), withMalformed: true });
        expect(events.filter(({ kind }) => kind === 'message')).toHaveLength(size);
        expect(events.filter(({ kind }) => kind === 'ignored')).toHaveLength(1);
      });
    }

    it.each([
      ['eight days late', -8 * DAY_MS],
      ['an hour in the future', DAY_MS / 24],
    ])('that comes %s keeps the time that the vendor gives', (_name, offsetMs) => {
      const sentAtMs = SENT_AT_MS + offsetMs;
      const [message] = messagesOf({ messages: [{ ...MESSAGE, sentAtMs }] });
      expect(message?.sentAt).toEqual(kit.webhooks.timed ? new Date(sentAtMs) : null);
    });

    it('of a person without a phone has a sender, and no phone made of digits', () => {
      const [message] = messagesOf({ messages: [{ ...MESSAGE, from: null }] });
      expect(message?.sender.length).toBeGreaterThan(0);
      expect(message?.sender.filter(({ kind }) => kind === 'e164' || kind === 'wa_id')).toEqual([]);
    });

    it('to another business number is nobody’s', () => {
      const events = parse({ messages: batch(size), tenant: 'other' });
      expect(new Set(events.map((event) => (event.kind === 'ignored' ? event.why : event.kind)))).toEqual(
        new Set(['other_instance']),
      );
    });
  });
}

function describeSending(kit: ProviderKit): void {
  const message = { to: [{ kind: 'e164', value: '+966500000001' }], text: 'Hello', correlationId: 'c-1' } as const;

  describe('a send', () => {
    let vendor: VendorServer;
    beforeAll(async () => {
      vendor = await startVendorServer();
    });
    afterAll(() => vendor[Symbol.asyncDispose]());
    const send = (baseUrl = vendor.baseUrl, deadlineMs?: number) =>
      kit.createProvider({ secrets: [kit.secrets[0]], baseUrl, deadlineMs }).sendText(message);

    it.each(kit.accepted)('is accepted: $name', async ({ answer, providerMessageId }) => {
      vendor.behave(answer);
      expect(await send()).toEqual({ status: 'accepted', providerMessageId });
    });

    it.each(kit.refused)('is refused: $name, $action', async ({ answer, action }) => {
      vendor.behave(answer);
      const retryAfterMs = action === 'retry' ? (expect.any(Number) as number) : null;
      expect(await send()).toMatchObject({ status: 'failed', failure: { action, retryAfterMs } });
    });

    it.each(kit.unclear)('is unknown: $name', async ({ answer }) => {
      vendor.behave(answer);
      expect(await send()).toMatchObject({ status: 'unknown' });
    });

    it('is unknown after its deadline, and not made again', async () => {
      const before = vendor.received.length;
      vendor.behave(() => undefined);
      expect(await send(vendor.baseUrl, 40)).toEqual({ status: 'unknown', errorCode: 'timeout' });
      expect(vendor.received.length).toBe(before + 1);
    });

    it('is unknown when its connection breaks', async () => {
      vendor.behave((_response, socket) => socket.resetAndDestroy());
      expect(await send()).toEqual({ status: 'unknown', errorCode: 'connection_lost' });
    });

    it('may be made again where no connection stood', async () => {
      const outcome = await send(`http://127.0.0.1:${await closedPort()}`);
      expect(outcome).toMatchObject({ status: 'failed', failure: { action: 'retry' } });
    });
  });
}

function describeFuzzing(kit: ProviderKit): void {
  const freshSeed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
  const provider = kit.createProvider({ secrets: [kit.secrets[0]] });
  const request = kit.buildWebhook({ messages: [MESSAGE] });

  describe('any bytes', () => {
    it.each([FIXED_SEED, freshSeed])('are events that can be stored, or unparsable (seed %i)', (seed) => {
      fc.assert(
        fc.property(mutatedBody(kit.webhooks.golden()), (rawBody) => {
          let events: InboundEvent[];
          try {
            events = provider.parseWebhook(withBody(request, rawBody));
          } catch (error) {
            expect(error).toBeInstanceOf(UnparsableWebhookError);
            return;
          }
          for (const event of events) expectStorable(event);
        }),
        { numRuns: FUZZ_RUNS, seed },
      );
    });

    it.each([FIXED_SEED, freshSeed])('without a proof are forged (seed %i)', (seed) => {
      fc.assert(
        fc.property(mutatedBody(kit.webhooks.golden()), (rawBody) => {
          expect(provider.verifyWebhook(withBody(request, rawBody))).toBe('forged');
        }),
        { numRuns: FUZZ_RUNS, seed },
      );
    });
  });
}

function expectStorable(event: InboundEvent): void {
  expect(JSON.stringify(event)).not.toMatch(/(?<!\\)(\\\\)*\\u(0000|d[89a-f])/);
  if (event.kind !== 'message') return;
  expect(event.sender.length).toBeGreaterThan(0);
  for (const { kind, value } of event.sender) if (kind === 'e164') expect(value).toMatch(/^\+[1-9]\d{7,14}$/);
  expect(event.providerMessageId).not.toBe('');
  expect(event.sentAt === null || !Number.isNaN(event.sentAt.getTime())).toBe(true);
}
