import { META_USER_ID } from '../identity.js';
import { isJsonObject, type JsonObject } from '../json-object.js';
import type { Identity } from '../whatsapp-provider.js';

/**
 * What Meta calls one person by. The phone may be absent from every message of theirs; the user id (BSUID) then is all
 * that there is. The parent's is the same for all portfolios of one enterprise.
 */
export interface Party {
  /** Digits of an international number, without `+`. */
  phone: string | null;
  /** `US.13491208655302741918` */
  userId: string | null;
  /** `US.ENT.11815799212886844830` */
  parentUserId: string | null;
}

/** 8 to 15 digits, as everywhere in this product; no country code begins with 0. */
const PHONE = /^\+?([1-9]\d{7,14})$/;

/**
 * Sorts names of one person by their form, wherever they stood: Meta writes a user id where a phone belongs, too. What has
 * neither form is no name. Digits are never taken out of anything: those of a user id look like a phone and are none.
 */
export function readParty(...names: readonly unknown[]): Party {
  const party: Party = { phone: null, userId: null, parentUserId: null };
  for (const name of names) {
    if (typeof name !== 'string' && typeof name !== 'number') continue;
    const text = String(name).trim();
    const phone = PHONE.exec(text)?.[1];
    const userId = META_USER_ID.exec(text);
    if (phone !== undefined) party.phone ??= phone;
    else if (userId?.[1] !== undefined) party.parentUserId ??= text;
    else if (userId) party.userId ??= text;
  }
  return party;
}

/** Whether both name someone, and not the same: one name that differs is enough. */
export function contradicts(one: Party, other: Party): boolean {
  const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
  return (
    differ(one.phone, other.phone) || differ(one.userId, other.userId) || differ(one.parentUserId, other.parentUserId)
  );
}

export function mergeParties(one: Party, other: Party): Party {
  return {
    phone: one.phone ?? other.phone,
    userId: one.userId ?? other.userId,
    parentUserId: one.parentUserId ?? other.parentUserId,
  };
}

/** Best first: a phone is how hosts know their customers; the parent's id is the last that one can write to. */
export function toIdentities({ phone, userId, parentUserId }: Party): Identity[] {
  const identities: Identity[] = [];
  if (phone !== null) identities.push({ kind: 'e164', value: `+${phone}` }, { kind: 'wa_id', value: phone });
  if (userId !== null) identities.push({ kind: 'bsuid', value: userId });
  if (parentUserId !== null) identities.push({ kind: 'bsuid', value: parentUserId });
  return identities;
}

/** `null` for nobody. */
export function asSender(identities: readonly Identity[]): readonly [Identity, ...Identity[]] | null {
  const [first, ...rest] = identities;
  return first === undefined ? null : [first, ...rest];
}

/** The sender as the message itself names it. */
export function readMessageParty(item: unknown): Party {
  if (!isJsonObject(item)) return readParty();
  return readParty(item['from'], item['from_user_id'], item['from_parent_user_id']);
}

/** A person as the `contacts` of a change name them. */
export function readContactParty(contact: JsonObject): Party {
  return readParty(contact['wa_id'], contact['user_id'], contact['parent_user_id']);
}
