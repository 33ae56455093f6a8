import { createHash } from 'node:crypto';
import type { JsonObject } from '../json-object.js';
import { toStorableJson } from '../storable-json.js';
import type { IgnoredEvent } from '../whatsapp-provider.js';
import type { ContactBook } from './contact-book.js';

/** What this number is called at Meta and in the world. */
export interface MetaAccount {
  phoneNumberId: string;
  /** E.164 */
  businessNumber: string;
}

/** Where an item stood: its entry and its change. */
export interface ChangeFrame {
  account: MetaAccount;
  object: unknown;
  entryId: unknown;
  /** Of the entry: two alerts of the same words are two. */
  entryTime?: unknown;
  field: unknown;
  metadata: unknown;
  contacts: ContactBook;
}

/**
 * One item as a separate webhook that can be replayed: the original envelope with this item alone.
 *
 * @throws {RangeError} when it is nested too deeply to be stored.
 */
export function envelope(
  frame: ChangeFrame,
  parts: { list: string; item: unknown; contact?: JsonObject | null },
): unknown {
  const { list, item, contact } = parts;
  const value = {
    messaging_product: 'whatsapp',
    ...(frame.metadata !== undefined && { metadata: frame.metadata }),
    ...(contact && { contacts: [contact] }),
    [list]: [item],
  };
  return wrap(frame, value);
}

/**
 * Something that opens nothing and that staff may see. Its key is a digest of what came, so that every channel that reads
 * it and every redelivery says the same. What is too deep to be stored is only counted.
 */
export function kept(
  frame: ChangeFrame,
  why: string,
  parts: { list: string; item: unknown } | { value: unknown },
): IgnoredEvent {
  try {
    const raw = 'list' in parts ? envelope(frame, parts) : wrap(frame, parts.value);
    const fromCustomer = 'list' in parts && parts.list === 'messages';
    return { kind: 'ignored', why, keep: { key: `meta:${digest(raw)}`, raw, fromCustomer } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ignored(why);
  }
}

export function ignored(why: string): IgnoredEvent {
  return { kind: 'ignored', why };
}

/** SHA-256 of a value's JSON, hex. */
export function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex');
}

function wrap({ object, entryId, field }: ChangeFrame, value: unknown): unknown {
  return toStorableJson({ object, entry: [{ id: entryId, changes: [{ field, value }] }] });
}
