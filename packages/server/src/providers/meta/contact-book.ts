import { isJsonObject, type JsonObject } from '../json-object.js';
import { readSenderName } from '../sender-name.js';
import { contradicts, readContactParty, readMessageParty, type Party } from './party.js';

export interface Contact {
  party: Party;
  name: string | null;
  raw: JsonObject;
}

/**
 * The `contacts` of one change: they stand beside its messages, in no order that Meta promises, and may hold the only name
 * of a sender.
 */
export class ContactBook {
  readonly #byName = new Map<string, Contact>();
  /** The one person of the whole change, whom even a message without a sender must be from. */
  readonly #only: Contact | null;

  constructor(contacts: unknown, messages: unknown) {
    const all = Array.isArray(contacts) ? contacts.filter(isJsonObject).map(readContact) : [];
    for (const contact of all) {
      for (const name of namesOf(contact.party)) if (!this.#byName.has(name)) this.#byName.set(name, contact);
    }
    const first = all[0] ?? null;
    const isOnly = (party: Party): boolean => first !== null && !contradicts(first.party, party);
    const onlyOne = all.every(({ party }) => isOnly(party)) && list(messages).map(readMessageParty).every(isOnly);
    this.#only = onlyOne ? first : null;
  }

  /** `null` where no contact is surely this person: two strangers are never taken for one. */
  find(party: Party): Contact | null {
    const named = namesOf(party).map((name) => this.#byName.get(name));
    const found = named.find((contact) => contact !== undefined && !contradicts(contact.party, party));
    return found ?? (this.#only !== null && !contradicts(this.#only.party, party) ? this.#only : null);
  }
}

function readContact(raw: JsonObject): Contact {
  const profile = isJsonObject(raw['profile']) ? raw['profile'] : {};
  return {
    party: readContactParty(raw),
    name: readSenderName(profile['name']) ?? readSenderName(profile['username']),
    raw,
  };
}

function namesOf({ phone, userId, parentUserId }: Party): string[] {
  return [userId, phone, parentUserId].filter((name) => name !== null);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
