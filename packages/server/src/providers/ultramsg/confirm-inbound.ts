import { isJsonObject, type JsonObject } from '../json-object.js';
import { toStorableText } from '../storable-json.js';
import { readVendorTime } from '../vendor-time.js';
import type { InboundMessage } from '../whatsapp-provider.js';
import { isPlainNo } from './inbound-message.js';
import { getFromInstance, readJsonAnswer, type InstanceApiInput } from './instance-api.js';
import { readSender } from './sender.js';

/** The latest messages of the chat. UltraMsg's own default is 100. */
const LIMIT = 50;

/** Shorter than a send: nobody waits, and it is asked again. */
const DEADLINE_MS = 10_000;

/**
 * Whether the instance itself knows a message from a webhook: read back from the chat of its sender.
 *
 * The form of UltraMsg's answer is not public. It is taken for a list, bare or under `messages` or `data`, of items named
 * as in the webhook; whatever else it may be is "unknown" and never "forged". `forged` means that the chat was read and the
 * message is not there; it may not be there yet, so that one such answer proves nothing.
 */
export async function confirmUltraMsgInbound(
  message: InboundMessage,
  input: InstanceApiInput,
): Promise<'genuine' | 'forged' | 'unknown'> {
  const chatId = chatOf(message);
  if (chatId === null) return 'unknown';
  const deadlineMs = input.deadlineMs ?? DEADLINE_MS;
  const query = { chatId, limit: String(LIMIT) };
  const items = readItems(readJsonAnswer(await getFromInstance({ ...input, deadlineMs }, '/chats/messages', query)));
  if (items === null) return 'unknown';
  if (items.some((item) => isSameMessage(item, message))) return 'genuine';
  return mayLieFurtherBack(items, message) ? 'unknown' : 'forged';
}

function chatOf({ sender }: InboundMessage): string | null {
  const jid = sender.find(({ kind }) => kind === 'jid');
  if (jid) return jid.value;
  const phone = sender.find(({ kind }) => kind === 'e164');
  return phone ? `${phone.value.slice(1)}@c.us` : null;
}

/** `null` for an answer that is no list of messages: a refusal, a page, an object of another shape. */
function readItems(answer: unknown): JsonObject[] | null {
  const list = isJsonObject(answer) ? (answer['messages'] ?? answer['data']) : answer;
  if (!Array.isArray(list)) return null;
  const items: unknown[] = list;
  const objects = items.filter(isJsonObject);
  return objects.length === items.length ? objects : null;
}

function isSameMessage(item: JsonObject, message: InboundMessage): boolean {
  if (!isPlainNo(item['fromMe'] ?? false)) return false;
  if (item['from'] !== undefined && isFromAnother(item['from'], message)) return false;
  const id = idOf(item);
  if (id?.startsWith('true_')) return false;
  if (id !== null && id === message.providerMessageId) return true;
  // A message that came without an id is known by what its id was derived from: the same words at the same time.
  const { providerMessageId, sentAt, text } = message;
  if (!providerMessageId.startsWith('derived:') || sentAt === null) return false;
  const isSameTime = readVendorTime(item['time'] ?? item['timestamp'])?.getTime() === sentAt.getTime();
  return isSameTime && typeof item['body'] === 'string' && toStorableText(item['body']) === text;
}

/** An address that names a person by other digits. A linked id beside a phone proves nothing. */
function isFromAnother(from: unknown, { sender }: InboundMessage): boolean {
  const found = readSender(from);
  if (found.kind !== 'person') return true;
  const known = sender.filter(({ kind }) => found.identities.some((identity) => identity.kind === kind));
  const isLinkedId = (value: string) => value.endsWith('@lid');
  const comparable = known.filter(
    ({ value }) => isLinkedId(value) === isLinkedId(found.identities.at(-1)?.value ?? ''),
  );
  return comparable.length > 0 && !comparable.some(({ value }) => found.identities.some((one) => one.value === value));
}

/** WhatsApp Web's own library writes ids as objects. */
function idOf({ id }: JsonObject): string | null {
  const value = isJsonObject(id) ? id['_serialized'] : id;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
}

/** A full page of later messages: ours would stand on the one before. */
function mayLieFurtherBack(items: readonly JsonObject[], { sentAt }: InboundMessage): boolean {
  if (items.length < LIMIT || sentAt === null) return false;
  return items.every((item) => {
    const time = readVendorTime(item['time'] ?? item['timestamp']);
    return time === null || time.getTime() > sentAt.getTime();
  });
}
