import { newWamid } from '../meta/meta-api.js';
import { metaMessage, metaNumberChange, metaPost } from '../meta/webhook-payload.js';
import { toE164 } from '../phone-digits.js';
import { newMessageSid } from '../twilio/twilio-api.js';
import { twilioPost, twilioSmsForm } from '../twilio/webhook-form.js';
import type { WebhookOutcome } from '../webhook/courier.js';
import type { World } from '../world.js';
import type { InboundText } from './inbound-message.js';
import { userIdOf } from './person.js';
import { createPhoneLine, type WhatsAppVendor } from './phone-line.js';

/** A WhatsApp message that a person sends to the business. */
export interface PhoneMessageInput {
  /** E.164 of the person. */
  from: string;
  /** E.164 of the business. Default: the first that the vendor has. */
  to?: string | undefined;
  /** As the person writes it. */
  text: string;
  /** The `id` of the reply button that the person taps; `text` is its label. UltraMsg has no buttons and drops it. */
  payload?: string | undefined;
  /** The name in the person's profile. @default '' */
  name?: string | undefined;
  /** The person goes by a username: Meta and Twilio give an id of theirs and no phone. @default false */
  hidesPhone?: boolean | undefined;
}

/** A message on its way from a phone to the webhook. */
export interface SentMessage {
  /** The vendor's id of the message. */
  messageId: string;
  /** Settles when the webhook acknowledged it or the retries are used up; never rejects. */
  delivery: Promise<WebhookOutcome>;
}

/** What people do with their phones. */
export interface Phones {
  /** A person taps Send in WhatsApp. */
  sendFromPhone(input: PhoneMessageInput): SentMessage;
  /** Several do at once: Meta's webhook brings them in one batch. @throws where another vendor carries WhatsApp. */
  sendBatchFromPhones(inputs: readonly PhoneMessageInput[]): {
    messageIds: string[];
    delivery: Promise<WebhookOutcome>;
  };
  /** A person sends an SMS. @param input.to - the number that SMS come from. */
  sendSmsFromPhone(input: { from: string; to: string; text: string }): SentMessage;
  /** A person moves to another number; Meta alone reports it. @throws where another vendor carries WhatsApp. */
  changeNumber(input: { from: string; to: string }): SentMessage;
  /** Meta asks whether the webhook's address is the server's. */
  callHandshake(verifyToken?: string): Promise<{ status: number; body: string; challenge: string }>;
}

export function createPhones(world: World, vendor: WhatsAppVendor): Phones {
  const line = createPhoneLine(vendor, world);
  const settings = () => world.webhook;
  const nowSeconds = () => Math.floor(world.now() / 1000);

  const write = (input: PhoneMessageInput): InboundText & { arrives: boolean } => {
    const from = toE164(input.from) ?? input.from;
    const asked = input.to === undefined ? null : (toE164(input.to) ?? input.to);
    const number = line.businessNumber(asked);
    const to = number ?? asked ?? '';
    const { text, payload, name = '', hidesPhone = false } = input;
    const messageId = line.newMessageId(from);
    const time = nowSeconds();
    world.people.set(userIdOf(from), from);
    world.ledger.append({ kind: 'whatsapp_inbound', messageId, phone: from, to, text, providerTime: time });
    return { messageId, from, to, text, payload, name, hidesPhone, time, arrives: number !== null };
  };

  const needsMeta = (what: string): void => {
    if (vendor !== 'meta') throw new Error(`${what} come from Meta alone; ${vendor} carries WhatsApp here.`);
  };

  return {
    sendFromPhone(input) {
      const message = write(input);
      const { messageId } = message;
      // A number that the vendor does not have: the message is sent, and nobody here hears of it.
      const delivery = message.arrives
        ? world.deliver(line.post(message))
        : Promise.resolve({ messageId, acknowledged: false, attempts: 0 });
      return { messageId, delivery };
    },

    sendBatchFromPhones(inputs) {
      needsMeta('Batches');
      const written = inputs.map(write);
      const items = written.map(metaMessage);
      const value = { contacts: items.map(({ contact }) => contact), messages: items.map(({ message }) => message) };
      const [first] = written;
      const about = { eventType: 'message_received', messageId: first?.messageId ?? '', phone: first?.from ?? '' };
      return {
        messageIds: written.map(({ messageId }) => messageId),
        delivery: world.deliver(metaPost(about, value, { account: world.meta, settings })),
      };
    },

    sendSmsFromPhone({ from, to, text }) {
      const messageId = newMessageSid();
      const phone = toE164(from) ?? from;
      world.ledger.append({ kind: 'sms_inbound', messageId, phone, to, text });
      const form = twilioSmsForm({ messageId, from: phone, to, text }, world.twilio);
      const about = { eventType: 'sms_received', messageId, phone };
      const post = twilioPost(about, form, { account: world.twilio, url: () => world.webhook.smsUrl });
      return { messageId, delivery: world.deliver(post) };
    },

    changeNumber({ from, to }) {
      needsMeta('Changes of a number');
      const messageId = newWamid();
      world.people.set(userIdOf(to), to);
      const messages = [metaNumberChange({ messageId, from, to, time: nowSeconds() })];
      const about = { eventType: 'number_changed', messageId, phone: from };
      return { messageId, delivery: world.deliver(metaPost(about, { messages }, { account: world.meta, settings })) };
    },

    async callHandshake(verifyToken = world.meta.verifyToken) {
      const challenge = String(1_000_000_000 + (world.now() % 1_000_000_000));
      const url = new URL(world.webhook.url ?? '');
      url.searchParams.set('hub.mode', 'subscribe');
      url.searchParams.set('hub.challenge', challenge);
      url.searchParams.set('hub.verify_token', verifyToken);
      const response = await fetch(url);
      return { status: response.status, body: await response.text(), challenge };
    },
  };
}
