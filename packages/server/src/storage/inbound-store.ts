import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { AcceptedMessage, InboundStore, MessageToAccept } from '../inbound/inbound-store.js';
import type { Database } from './database.js';
import { ACCEPT_MESSAGE, type AcceptedRow } from './inbound-statements.js';

export function createInboundStore(database: Database): InboundStore {
  return {
    async accept(message) {
      const [row] = await database.query<AcceptedRow>(ACCEPT_MESSAGE, acceptValues(message));
      return row === undefined ? null : toAccepted(row);
    },
  };
}

/** In the order of the statement's placeholders. */
function acceptValues(message: MessageToAccept): unknown[] {
  const { channel, event } = message;
  return [
    channel.organizationId,
    channel.provider,
    messageHash(channel.businessNumber, event.providerMessageId),
    uuidv7(),
    uuidv7(),
    event.sender.map((identity) => identity.kind),
    event.sender.map((identity) => identity.value),
    channel.businessNumber,
    event.sentAt,
    event.contentType,
    withoutNul(event.text),
    event.senderName === null ? null : withoutNul(event.senderName),
    storableJson(event.raw),
    message.code === null ? null : hashCode(message.code),
    message.keyword,
    uuidv7(),
    message.sessionDurationHours,
    event.sender.find((identity) => identity.kind === 'e164')?.value ?? null,
    uuidv7(),
    uuidv7(),
    channel.evidence,
  ];
}

/** 16 bytes are kept for ever; the vendor's id, which holds a phone, is not. */
function messageHash(businessNumber: string, providerMessageId: string): Buffer {
  return createHash('sha256').update(`${businessNumber}\n${providerMessageId}`).digest().subarray(0, 16);
}

/** Codes are looked up by digest: a copy of the database holds none that works. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update(`code\n${code}`).digest().subarray(0, 16);
}

/** jsonb refuses NUL and lone surrogates, which JSON.stringify writes as escapes; pairs of backslashes are stepped over. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value ?? null).replace(/\\(?:u(0000|d[89a-f][0-9a-f]{2})|[^])/g, (escape, refused?: string) =>
    refused === undefined ? escape : '\ufffd',
  );
}

/** PostgreSQL keeps no NUL in text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function toAccepted(row: AcceptedRow): AcceptedMessage {
  return {
    messageId: row.message_id,
    contactId: row.contact_id,
    receivedAt: row.received_at,
    sessionId: row.session_id,
    sessionOpened: row.session_opened === true,
    optInId: row.opt_in_id,
    ticketId: row.ticket_id,
    owesReply: row.owes_reply,
  };
}
