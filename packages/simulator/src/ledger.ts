import { appendFileSync } from 'node:fs';
import type { PhoneButton } from './phone/inbound-message.js';
import type { PhoneMessageChannel } from './phone/phone-event.js';

/** What the witness saw; every entry is written the moment it happened, before any answer leaves. */
export type LedgerFact =
  | WhatsAppInboundFact
  | SmsInboundFact
  | WebhookDeliveryFact
  | WhatsAppSendFact
  | SmsSendFact
  | PushSubscriptionFact
  | PushSendFact;

/** A person tapped Send on a phone. */
export interface WhatsAppInboundFact {
  /** Kind of the fact. */
  kind: 'whatsapp_inbound';
  /** The vendor's id of the message. */
  messageId: string;
  /** E.164 of the person. */
  phone: string;
  /** E.164 of the business. */
  to: string;
  /** As the person wrote it. */
  text: string;
  /** Unix seconds, as the vendor puts it on the wire. */
  providerTime: number;
}

/** A person sent an SMS. */
export interface SmsInboundFact {
  /** Kind of the fact. */
  kind: 'sms_inbound';
  /** The vendor's id of the message. */
  messageId: string;
  /** E.164 of the person. */
  phone: string;
  /** E.164 of the business. */
  to: string;
  /** As the person wrote it. */
  text: string;
}

/** One try to hand an event to the webhook. `status` is null where no answer came. */
export interface WebhookDeliveryFact {
  /** Kind of the fact. */
  kind: 'webhook_delivery';
  /** The vendor that posts. */
  vendor: 'ultramsg' | 'meta' | 'twilio';
  /** `message_received` for a person's message, else the vendor's own word. */
  eventType: string;
  /** The vendor's id of the message that the event is about. */
  messageId: string;
  /** E.164 of the person, or the address that the vendor has instead. */
  phone: string;
  /** 1 for the first. */
  attempt: number;
  /** HTTP status of the answer; null where none came. */
  status: number | null;
  /** The receiver answered 2xx. */
  acknowledged: boolean;
  /** No further try follows. */
  settled: boolean;
}

/** A request to the WhatsApp send API, whatever became of it. */
export interface WhatsAppSendFact {
  /** Kind of the fact. */
  kind: 'whatsapp_send';
  /** The vendor whose API was called. */
  vendor: 'ultramsg' | 'meta' | 'twilio';
  /** The vendor's own name of the sender: the instance, the phone number id, the account. */
  instanceId: string;
  /** E.164 of the business; empty where the vendor does not know the sender. */
  from: string;
  /** E.164, or the address as it was given where it is not a phone. */
  phone: string;
  /** As the request has it. */
  text: string;
  /** Reply buttons below the text; absent where there are none. */
  buttons?: readonly PhoneButton[] | undefined;
  /** The caller's own id; empty where it gave none. */
  referenceId: string;
  /** The message went out to the phone. */
  accepted: boolean;
  /** HTTP status of the answer; null where the connection was left hanging or cut. */
  status: number | null;
  /** What was wrong, in a word; null where accepted. */
  failure: string | null;
  /** The vendor's id of the message; null where there is none. */
  messageId: number | string | null;
}

/** A request to an SMS send API, whatever became of it. */
export interface SmsSendFact {
  /** Kind of the fact. */
  kind: 'sms_send';
  /** The vendor whose API was called. */
  vendor: 'twilio' | 'sns';
  /** E.164, or the address as it was given where it is not a phone. */
  phone: string;
  /** Sender as the request names it: a number, a sender id or a service. */
  from: string;
  /** The whole text, all segments. */
  text: string;
  /** How many SMS the text takes. */
  segments: number;
  /** The message went out to the phone. */
  accepted: boolean;
  /** HTTP status of the answer; null where the connection was left hanging or cut. */
  status: number | null;
  /** The vendor's code; null where accepted, left hanging or cut. */
  errorCode: number | string | null;
  /** The vendor's id of the message; null where there is none. */
  messageId: string | null;
}

/** A push subscription was issued. */
export interface PushSubscriptionFact {
  /** Kind of the fact. */
  kind: 'push_subscription';
  /** Id of the subscription, as in its endpoint. */
  subscriptionId: string;
  /** E.164 of the phone that shows its notifications; null for a subscription of a test. */
  phone: string | null;
}

/** A request to a push endpoint. `payload` is the decrypted text; null where it could not be read. */
export interface PushSendFact {
  /** Kind of the fact. */
  kind: 'push_send';
  /** Id of the subscription, as in its endpoint. */
  subscriptionId: string;
  /** E.164 of the phone that shows it; null for an unknown subscription or one of a test. */
  phone: string | null;
  /** The decrypted text, empty for an empty body; null where it could not be read. */
  payload: string | null;
  /** The `TTL` header; null where it is missing or no number. */
  ttlSeconds: number | null;
  /** The `Urgency` header; null where it is missing. */
  urgency: string | null;
  /** The `Topic` header; null where it is missing. */
  topic: string | null;
  /** The notification went out to the phone. */
  accepted: boolean;
  /** HTTP status of the answer; null where the connection was left hanging or cut. */
  status: number | null;
  /** What was wrong, in a word; null where accepted. */
  failure: string | null;
}

/** One fact, with its place and time in the ledger. */
export type LedgerEntry = LedgerFact & {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** ISO 8601, by the simulator's own clock. */
  readonly at: string;
};
/** Kinds of facts, the `kind` of each. */
export type LedgerKind = LedgerFact['kind'];

/** Append-only witness of everything that the stand-ins received and sent. */
export interface Ledger {
  /** Adds one entry with its sequence and time, and calls the subscribers. */
  append(fact: LedgerFact): LedgerEntry;
  /** All entries, oldest first; with `kind`, that kind alone. */
  entries(): readonly LedgerEntry[];
  entries<Kind extends LedgerKind>(kind: Kind): readonly Extract<LedgerEntry, { kind: Kind }>[];
  /** Messages that a phone was really sent over one channel: what a person would have seen. */
  received(phone: string, channel?: PhoneMessageChannel): readonly LedgerEntry[];
  /** Called after each append. @returns unsubscribe. */
  subscribe(listener: (entry: LedgerEntry) => void): () => void;
}

const CHANNEL_OF: Partial<Record<LedgerKind, PhoneMessageChannel>> = {
  whatsapp_send: 'whatsapp',
  sms_send: 'sms',
  push_send: 'push',
};

/** `file`: JSON lines, appended synchronously, so that the witness outlives a killed process. */
export function createLedger({ now, file }: { now: () => number; file?: string | undefined }): Ledger {
  const all: LedgerEntry[] = [];
  const listeners = new Set<(entry: LedgerEntry) => void>();

  function entries(): readonly LedgerEntry[];
  function entries<Kind extends LedgerKind>(kind: Kind): readonly Extract<LedgerEntry, { kind: Kind }>[];
  function entries(kind?: LedgerKind): readonly LedgerEntry[] {
    return kind === undefined ? [...all] : all.filter((entry) => entry.kind === kind);
  }

  return {
    append(fact) {
      const entry = Object.freeze({ sequence: all.length + 1, at: new Date(now()).toISOString(), ...fact });
      all.push(entry);
      if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
      for (const listener of [...listeners]) listener(entry);
      return entry;
    },
    entries,
    received(phone, channel) {
      return all.filter((entry) => {
        const ownChannel = CHANNEL_OF[entry.kind];
        if (ownChannel === undefined || (channel !== undefined && channel !== ownChannel)) return false;
        return 'accepted' in entry && entry.accepted && entry.phone === phone;
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
