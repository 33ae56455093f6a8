import { isJsonObject, type JsonObject } from '../json-object.js';
import { readOpinion } from '../message-reaction.js';
import { readVendorTime } from '../vendor-time.js';
import type { IgnoredEvent, InboundEvent, InboundMessage } from '../whatsapp-provider.js';
import { envelope, ignored, kept, type ChangeFrame } from './change-item.js';
import { readIdentityChange } from './identity-change.js';
import { readContent } from './message-content.js';
import { readMessageId } from './message-id.js';
import { asSender, mergeParties, readMessageParty, toIdentities } from './party.js';

/** One item of `messages`. */
export function readMessage(item: unknown, frame: ChangeFrame): InboundEvent {
  const malformed = (): InboundEvent => kept(frame, 'malformed', { list: 'messages', item });
  if (!isJsonObject(item)) return malformed();
  if (item['type'] === 'system') return readIdentityChange(item, frame);
  // A group's messages carry the sender as ever; what they say is said to the group.
  if (item['group_id'] !== undefined && item['group_id'] !== null) return ignored('group');

  const content = readContent(item);
  if (content === null) return malformed();
  if (content.why !== undefined) {
    if (content.why === 'reaction') return { ...ignored('reaction'), ...readReaction(item, frame) };
    if (!content.isKept) return ignored(content.why);
    const event = kept(frame, content.why, { list: 'messages', item });
    if (content.text === undefined) return event;
    const words = toMessage(item, frame, { contentType: 'text', text: content.text });
    return words?.kind === 'message' ? { ...event, words } : event;
  }
  return toMessage(item, frame, content) ?? malformed();
}

/** Who wrote, as the item and the contacts of its change name them. */
function readWriter(item: JsonObject, frame: ChangeFrame) {
  const named = readMessageParty(item);
  const contact = frame.contacts.find(named);
  return { party: contact === null ? named : mergeParties(named, contact.party), contact };
}

/** Nothing where it names no message, or nobody. An emoji that is missing takes the reaction back. */
function readReaction(item: JsonObject, frame: ChangeFrame): Pick<IgnoredEvent, 'reaction'> {
  const body = isJsonObject(item['reaction']) ? item['reaction'] : {};
  const providerMessageId = readMessageId(item['id']);
  const toMessageId = readMessageId(body['message_id']);
  const sender = asSender(toIdentities(readWriter(item, frame).party));
  if (providerMessageId === null || toMessageId === null || sender === null) return {};
  const at = readVendorTime(item['timestamp']);
  return { reaction: { providerMessageId, toMessageId, sender, opinion: readOpinion(body['emoji']), at } };
}

/** `null` where nobody is named. */
function toMessage(
  item: JsonObject,
  frame: ChangeFrame,
  content: Pick<InboundMessage, 'contentType' | 'text' | 'payload'>,
): InboundMessage | IgnoredEvent | null {
  const { party, contact } = readWriter(item, frame);
  if (party.phone !== null && `+${party.phone}` === frame.account.businessNumber) return ignored('own');
  const sender = asSender(toIdentities(party));
  const providerMessageId = readMessageId(item['id']);
  if (sender === null || providerMessageId === null) return null;

  const sentAt = readVendorTime(item['timestamp']);
  return {
    kind: 'message',
    providerMessageId,
    sentAt,
    // Meta always gives a time, and redelivers for days: without one nobody knows how old the message is.
    ...(sentAt === null && { opensWindow: false }),
    sender,
    senderName: contact?.name ?? null,
    contentType: content.contentType,
    text: content.text,
    ...(content.payload !== undefined && { payload: content.payload }),
    raw: envelope(frame, { list: 'messages', item, contact: contact?.raw ?? null }),
  };
}
