import { toChatId } from '../phone-digits.js';

/**
 * The event that UltraMsg posts to a webhook: the union of its official samples and of newer users' payloads.
 * Unknown fields of other types may appear beside these.
 */
export interface UltraMsgEvent {
  /** `message_received`: a person wrote. The others are about own messages and reactions. */
  event_type: 'message_received' | 'message_create' | 'message_ack' | 'message_reaction';
  /** Bare digits, although the API's paths say `instance1150`. */
  instanceId: string;
  /** Number of an own message in the API's answers; empty for an inbound message. */
  id: string | number;
  /** The sender's own id of an own message; empty where it gave none. */
  referenceId: string;
  /** Always empty here. */
  hash: string;
  /** The message that the event is about. */
  data: UltraMsgMessage;
}

/** A message as the event carries it; fields without a value are empty. */
export interface UltraMsgMessage {
  /** `false_` = inbound, `true_` = sent by the instance's own phone. */
  id: string;
  /** Always empty here. */
  sid: string;
  /** Chat id of the sender, `966500000001@c.us`; of the group in a group. */
  from: string;
  /** Chat id of the recipient. */
  to: string;
  /** Chat id of the member who wrote in a group; else empty. */
  author: string;
  /** The name in the sender's profile; empty where there is none. */
  pushname: string;
  /** Empty on receipt; `pending server device read played` later. */
  ack: string;
  /** `chat` is text; `image`, `ptt` and the like are media. */
  type: string;
  /** The text; empty for media without a caption. */
  body: string;
  /** URL of the media; always empty here. */
  media: string;
  /** The instance's own phone sent it. */
  fromMe: boolean;
  /** A message to oneself; always `false` here. */
  self: boolean;
  /** Always `false` here. */
  isForwarded: boolean;
  /** Always `false` here. */
  isMentioned: boolean;
  /** The message that this one answers; always empty here. */
  quotedMsg: Record<string, unknown>;
  /** Chat ids that the text mentions; always empty here. */
  mentionedIds: string[];
  /** Unix seconds, an integer. */
  time: number;
}

/** A message that a person sends, from which the event is made. */
export interface InboundMessageInput {
  /** E.164, or a whole chat id (`…@g.us`, `…@lid`, `status@broadcast`). */
  from: string;
  /** E.164 of the business, or a whole chat id. */
  to: string;
  /** The text. */
  body: string;
  /** Unix seconds. */
  time: number;
  /** Default: a fresh one of the vendor's form. */
  id?: string | undefined;
  /** @default '1150' */
  instanceId?: string | undefined;
  /** The name in the sender's profile. @default '' */
  pushname?: string | undefined;
  /** @default 'chat' */
  type?: string | undefined;
  /** The member who wrote, in a group. */
  author?: string | undefined;
}

/** The part of a message id behind the chat: `3EB0` and sixteen hex digits. */
export function newMessageKey(): string {
  const random = crypto.getRandomValues(new Uint8Array(8));
  return `3EB0${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** `message_received`, as posted when a person writes. */
export function inboundEvent(input: InboundMessageInput): UltraMsgEvent {
  const from = chatIdOf(input.from);
  return {
    event_type: 'message_received',
    instanceId: bareInstanceId(input.instanceId ?? '1150'),
    id: '',
    referenceId: '',
    hash: '',
    data: {
      id: input.id ?? `false_${from}_${newMessageKey()}`,
      sid: '',
      from,
      to: chatIdOf(input.to),
      author: input.author ?? '',
      pushname: input.pushname ?? '',
      ack: '',
      type: input.type ?? 'chat',
      body: input.body,
      media: '',
      fromMe: false,
      self: false,
      isForwarded: false,
      isMentioned: false,
      quotedMsg: {},
      mentionedIds: [],
      time: input.time,
    },
  };
}

/** The second form: `{ token, messages: [{ id, from, to, body, type, timestamp }] }`. */
export function inboundMessagesForm(token: string, inputs: readonly InboundMessageInput[]) {
  return {
    token,
    messages: inputs.map((input) => {
      const { data } = inboundEvent(input);
      return { id: data.id, from: data.from, to: data.to, body: data.body, type: data.type, timestamp: data.time };
    }),
  };
}

/** The third form: the whole JSON event in the field `data` of a form. Content type `application/x-www-form-urlencoded`. */
export function formEncodedEvent(event: UltraMsgEvent): string {
  return new URLSearchParams({ data: JSON.stringify(event) }).toString();
}

/** An own message that the instance sent, or its ack: what must never open a session. */
export function ownMessageEvent(
  eventType: 'message_create' | 'message_ack',
  input: InboundMessageInput & { ack: string; numericId?: number | undefined; referenceId?: string | undefined },
): UltraMsgEvent {
  const event = inboundEvent(input);
  const id = input.id ?? `true_${chatIdOf(input.to)}_${newMessageKey()}`;
  return {
    ...event,
    event_type: eventType,
    id: input.numericId ?? '',
    referenceId: input.referenceId ?? '',
    data: { ...event.data, id, ack: input.ack, fromMe: true },
  };
}

/** `instance1150` → `1150`. */
export function bareInstanceId(instanceId: string): string {
  return instanceId.replace(/^instance/, '');
}

function chatIdOf(address: string): string {
  return address.includes('@') ? address : toChatId(address);
}
