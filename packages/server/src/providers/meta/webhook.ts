import { isJsonObject, type JsonObject } from '../json-object.js';
import type { AccountAlert } from '../account-alert.js';
import type { InboundEvent } from '../whatsapp-provider.js';
import { readAccountAlert } from './account-alert.js';
import { ignored, kept, type ChangeFrame, type MetaAccount } from './change-item.js';
import { ContactBook } from './contact-book.js';
import { readStatus } from './delivery-status.js';
import { readMessage } from './inbound-message.js';
import { readWebhookBody } from './webhook-body.js';

export type { MetaAccount } from './change-item.js';

type ReadItem = (item: unknown, frame: ChangeFrame) => InboundEvent;

/**
 * What each list of a change holds. Nothing but `messages` and `statuses` is about us and a customer: echoes are what staff
 * wrote on the phone, a preference concerns marketing (our consent is separate), an error is about the account.
 */
const LISTS = {
  messages: readMessage,
  statuses: readStatus,
  message_echoes: () => ignored('own'),
  smb_message_echoes: () => ignored('own'),
  calls: () => ignored('call'),
  errors: (item: unknown, frame: ChangeFrame) => kept(frame, 'error', { list: 'errors', item }),
  user_preferences: (item: unknown, frame: ChangeFrame) =>
    kept(frame, 'preference', { list: 'user_preferences', item }),
} satisfies Readonly<Record<string, ReadItem>>;

/** Known fields that open no session, whatever lists they hold: their items look like customers' messages. */
const IGNORED_FIELDS: Readonly<Record<string, string>> = {
  message_echoes: 'own',
  smb_message_echoes: 'own',
  calls: 'call',
  // Handed to Meta's own agent, which answers it.
  standby: 'standby',
};

/**
 * Every message and status of every change of every entry; messages first, so that a status finds what it is about. A
 * malformed item is ignored alone; the others of its batch pass. What is of an unknown field, list or type, or of a
 * business number that is not ours, comes back to be kept.
 *
 * @throws {UnparsableWebhookError} when the body is no envelope of Meta's.
 */
export function parseMetaWebhook(rawBody: Uint8Array, account: MetaAccount): InboundEvent[] {
  const { object, entries } = readWebhookBody(rawBody);
  const events = entries.flatMap((entry) => readEntry(entry, { account, object }));
  return [...events.filter(({ kind }) => kind !== 'status'), ...events.filter(({ kind }) => kind === 'status')];
}

function readEntry(entry: unknown, { account, object }: Pick<ChangeFrame, 'account' | 'object'>): InboundEvent[] {
  const frame: ChangeFrame = {
    account,
    object,
    entryId: undefined,
    field: undefined,
    metadata: undefined,
    contacts: new ContactBook([], []),
  };
  if (!isJsonObject(entry)) return [kept(frame, 'malformed', { value: entry })];
  const inEntry = { ...frame, entryId: entry['id'], entryTime: entry['time'] };
  const { changes } = entry;
  if (!Array.isArray(changes)) return [kept(inEntry, 'unknown_type', { value: entry })];
  return changes.flatMap((change: unknown) => readChange(change, inEntry));
}

function readChange(change: unknown, inEntry: ChangeFrame): InboundEvent[] {
  if (!isJsonObject(change) || !isJsonObject(change['value'])) return [kept(inEntry, 'malformed', { value: change })];
  const { field, value } = change;
  const { metadata, contacts, messages } = value;
  const frame = { ...inEntry, field, metadata, contacts: new ContactBook(contacts, messages) };
  const owner = readPhoneNumberId(metadata);
  const isOurs = owner === frame.account.phoneNumberId;
  if (owner !== null && !isOurs) return keepAll(value, frame, 'other_instance');
  if (frame.object !== 'whatsapp_business_account') return [kept(frame, 'unknown_type', { value })];
  if (typeof field === 'string' && Object.hasOwn(IGNORED_FIELDS, field)) return [ignored(IGNORED_FIELDS[field] ?? '')];
  const alert = readAccountAlert(field, value, inEntry.entryTime);
  if (alert !== null) return [alerted(frame, value, alert)];
  if (field !== 'messages' && field !== 'user_preferences') return [kept(frame, 'unknown_type', { value })];
  // Of no number at all: nobody can say whose customers these are.
  if (!isOurs) return keepAll(value, frame, 'malformed');
  const lists = field === 'messages' ? LISTS : { user_preferences: LISTS.user_preferences };
  const events = readLists(value, frame, lists);
  return events.length > 0 || hasAny(value, lists) ? events : [kept(frame, 'unknown_type', { value })];
}

/** About the whole account, or about our number; what is about another number of the account is only kept. */
function alerted(frame: ChangeFrame, value: JsonObject, alert: AccountAlert): InboundEvent {
  const event = kept(frame, 'account_alert', { value });
  const isOurs = alert.businessNumber === null || alert.businessNumber === frame.account.businessNumber;
  if (event.keep === undefined || !isOurs) return event;
  return { ...event, keep: { ...event.keep, key: `${event.keep.key}:${String(frame.entryTime)}` }, alert };
}

function keepAll(value: JsonObject, frame: ChangeFrame, why: string): InboundEvent[] {
  const names = Object.keys(LISTS);
  const lists = Object.fromEntries(
    names.map((list): [string, ReadItem] => [list, (item) => kept(frame, why, { list, item })]),
  );
  return hasAny(value, lists) ? readLists(value, frame, lists) : [kept(frame, why, { value })];
}

function hasAny(value: JsonObject, lists: Readonly<Record<string, ReadItem>>): boolean {
  return Object.keys(lists).some((list) => value[list] !== undefined);
}

function readLists(value: JsonObject, frame: ChangeFrame, lists: Readonly<Record<string, ReadItem>>): InboundEvent[] {
  return Object.entries(lists).flatMap(([list, read]): InboundEvent[] => {
    const items = value[list];
    if (items === undefined) return [];
    if (!Array.isArray(items)) return [kept(frame, 'malformed', { list, item: items })];
    return items.map((item: unknown) => readAlone(item, frame, read));
  });
}

/** An item too deep to be stored loses no other. */
function readAlone(item: unknown, frame: ChangeFrame, read: ReadItem): InboundEvent {
  try {
    return read(item, frame);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ignored('malformed');
  }
}

function readPhoneNumberId(metadata: unknown): string | null {
  const id = isJsonObject(metadata) ? metadata['phone_number_id'] : undefined;
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null;
}
