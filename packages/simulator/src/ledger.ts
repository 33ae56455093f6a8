import { appendFileSync } from 'node:fs';
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
  kind: 'whatsapp_inbound';
  messageId: string;
  /** E.164 of the person. */
  phone: string;
  /** E.164 of the business. */
  to: string;
  text: string;
  /** Unix seconds, as the vendor puts it on the wire. */
  providerTime: number;
}

/** A person sent an SMS. */
export interface SmsInboundFact {
  kind: 'sms_inbound';
  messageId: string;
  phone: string;
  to: string;
  text: string;
}

/** One try to hand an event to the webhook. `status` is null where no answer came. */
export interface WebhookDeliveryFact {
  kind: 'webhook_delivery';
  vendor: 'ultramsg' | 'meta' | 'twilio';
  eventType: string;
  messageId: string;
  phone: string;
  /** 1 for the first. */
  attempt: number;
  status: number | null;
  /** The receiver answered 2xx. */
  acknowledged: boolean;
  /** No further try follows. */
  settled: boolean;
}

/** A request to the WhatsApp send API, whatever became of it. */
export interface WhatsAppSendFact {
  kind: 'whatsapp_send';
  vendor: 'ultramsg' | 'meta' | 'twilio';
  /** The vendor's own name of the sender: the instance, the phone number id, the account. */
  instanceId: string;
  /** E.164 of the business; empty where the vendor does not know the sender. */
  from: string;
  /** E.164, or the address as it was given where it is not a phone. */
  phone: string;
  text: string;
  referenceId: string;
  /** The message went out to the phone. */
  accepted: boolean;
  /** HTTP status of the answer; null where the connection was left hanging or cut. */
  status: number | null;
  /** What was wrong, in a word; null where accepted. */
  failure: string | null;
  messageId: number | string | null;
}

export interface SmsSendFact {
  kind: 'sms_send';
  vendor: 'twilio' | 'sns';
  phone: string;
  from: string;
  text: string;
  segments: number;
  accepted: boolean;
  status: number | null;
  errorCode: number | string | null;
  messageId: string | null;
}

export interface PushSubscriptionFact {
  kind: 'push_subscription';
  subscriptionId: string;
  /** E.164 of the phone that shows its notifications; null for a subscription of a test. */
  phone: string | null;
}

/** A request to a push endpoint. `payload` is the decrypted text; null where it could not be read. */
export interface PushSendFact {
  kind: 'push_send';
  subscriptionId: string;
  phone: string | null;
  payload: string | null;
  ttlSeconds: number | null;
  urgency: string | null;
  topic: string | null;
  accepted: boolean;
  status: number | null;
  failure: string | null;
}

export type LedgerEntry = LedgerFact & {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** ISO 8601, by the simulator's own clock. */
  readonly at: string;
};
export type LedgerKind = LedgerFact['kind'];

/** Append-only witness of everything that the stand-ins received and sent. */
export interface Ledger {
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
