import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { phoneVariants } from '../contacts/phone-variants.js';
import type { InboundMessage } from '../providers/inbound-event.js';
import type { InboundItem } from '../inbound/inbound-store.js';

/** One message as `accept_inbound_v2` takes it; the names are those of the function. */
export function toSqlItem({ account, event, state, pendingId, tap = null, ...message }: InboundItem) {
  const { businessNumber } = account;
  return {
    organization_id: account.organizationId,
    provider: account.provider,
    business_number: businessNumber,
    evidence: account.evidence,
    state,
    confirms: pendingId !== undefined,
    id: pendingId ?? uuidv7(),
    message_hash: toBytea(messageHash(businessNumber, event.providerMessageId)),
    shared_hash:
      event.sharedId === undefined ? null : toBytea(messageHash(businessNumber, `shared\n${event.sharedId}`)),
    new_contact_id: uuidv7(),
    new_session_id: uuidv7(),
    consent_id: uuidv7(),
    reply_id: uuidv7(),
    sent_at: event.sentAt,
    ...identitiesOf(event),
    phone: event.sender.find(({ kind }) => kind === 'e164')?.value ?? null,
    sender_name: event.senderName === null ? null : withoutNul(event.senderName),
    content_type: event.contentType,
    content: withoutNul(event.text),
    webhook_data: event.raw ?? {},
    event: state === 'pending' ? event : null,
    code_hash: message.code === null ? null : toBytea(hashCode(message.code)),
    keyword: message.keyword,
    flag: message.flag,
    rule: message.rule ?? null,
    session_hours: message.sessionDurationHours,
    opens_window: event.opensWindow !== false,
    channel: event.channel ?? 'whatsapp',
    tap_attempt_id: tap && 'attemptId' in tap ? tap.attemptId : null,
    tap_action: tap && 'attemptId' in tap ? tap.action : null,
    tap_number: tap && 'number' in tap ? tap.number : null,
    is_unclear: message.keyword === null && message.flag !== null && message.code === null,
  };
}

/** What the vendor gave, then the other spellings of its phones, which only match. */
export function identitiesOf({ sender }: Pick<InboundMessage, 'sender'>) {
  const given = sender.map((identity) => ({ ...identity, derived: false }));
  const phones = given.filter(({ kind }) => kind === 'e164');
  const variants = phones.flatMap(({ kind, value }) =>
    phoneVariants(value).map((variant) => ({ kind, value: variant, derived: true })),
  );
  const all = [...given, ...variants];
  return {
    kinds: all.map(({ kind }) => kind),
    identities: all.map(({ value }) => value),
    derived: all.map(({ derived }) => derived),
    phones: [...phones, ...variants].map(({ value }) => value),
  };
}

/** 16 bytes are kept for ever. The vendor's id is not: it holds a phone. */
export function messageHash(businessNumber: string, providerMessageId: string): Buffer {
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

export function toBytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
