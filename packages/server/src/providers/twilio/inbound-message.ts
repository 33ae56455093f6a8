import { readOpinion } from '../message-reaction.js';
import { readSenderName } from '../sender-name.js';
import type { Identity, IgnoredEvent, InboundMessage } from '../whatsapp-provider.js';
import { isSameAddress, readAddress } from './address.js';
import type { TwilioSender } from './webhook.js';
import type { TwilioFields } from './webhook-fields.js';

/**
 * An inbound message, or why it is none. `unknown`: of a type without a name here, with its words, if any. Twilio gives no time of the message, so that its window counts
 * from its arrival, and de-duplication by `MessageSid` is the only guard against a replay.
 */
export function readInboundMessage(
  fields: TwilioFields,
  sender: TwilioSender,
): InboundMessage | IgnoredEvent | 'malformed' | { unknown: InboundMessage | null } {
  if (isSameAddress(fields.get('From'), sender.from)) return { kind: 'ignored', why: 'own' };
  const id = fields.messageSid;
  const identities = readIdentities(fields);
  const [best, ...others] = identities;
  if (id === null || best === undefined) return 'malformed';

  const contentType = readContentType(fields);
  if (contentType === 'reaction') {
    // The field of a reply to one of our messages.
    const toMessageId = fields.get('OriginalRepliedMessageSid').trim();
    const opinion = readOpinion(fields.get('Body'));
    const reaction = { providerMessageId: id, toMessageId, sender: [best, ...others] as const, opinion, at: null };
    return { kind: 'ignored', why: 'reaction', ...(toMessageId !== '' && { reaction }) };
  }
  const keyword = readKeyword(fields.get('OptOutType'));
  const payload = fields.get('ButtonPayload') || fields.get('ListId');
  const message: InboundMessage = {
    kind: 'message',
    providerMessageId: id,
    sentAt: null,
    sender: [best, ...others],
    senderName: readSenderName(fields.get('ProfileName')),
    contentType: contentType ?? 'text',
    // A tap on a button or on an item of a list is what its label says.
    text: fields.get('Body') || fields.get('ButtonText') || fields.get('ListTitle'),
    ...(payload !== '' && { payload }),
    ...(sender.channel === 'sms' && { channel: 'sms' as const, opensWindow: false }),
    ...(keyword !== null && { keyword }),
    raw: fields.raw,
  };
  if (contentType !== null) return message;
  return { unknown: message.text === '' ? null : message };
}

/**
 * Everything by which the sender is known, best first. `From` is the phone, or the business-scoped id of a person who
 * hides it; `ExternalUserId` is that id beside a phone, `WaId` the digits by which WhatsApp knows the phone, which are not
 * always the phone's own (Brazil, Mexico, Argentina).
 */
function readIdentities(fields: TwilioFields): Identity[] {
  const from = readAddress(fields.get('From'));
  const external = readAddress(fields.get('ExternalUserId'));
  const waId = fields.get('WaId').trim();
  const found: (Identity | null)[] = [
    from?.kind === 'e164' ? from : null,
    /^[1-9]\d{7,14}$/.test(waId) ? { kind: 'wa_id', value: waId } : null,
    from?.kind === 'bsuid' ? from : null,
    external?.kind === 'bsuid' && external.value !== from?.value ? external : null,
  ];
  return found.filter((identity) => identity !== null);
}

/** WhatsApp's name for a message without words, by its `MessageType` (2026-11). */
const MESSAGE_TYPES: Readonly<Record<string, string>> = {
  text: 'text',
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  contacts: 'contact',
  button: 'text',
  interactive: 'text',
  reaction: 'reaction',
};

/**
 * What was sent. A named type decides, and a name that is not in the list is a notice of the platform's, unless media came
 * with it: then somebody sent them. `null`: nothing that a person can have written.
 */
function readContentType(fields: TwilioFields): string | null {
  const type = fields.get('MessageType').trim().toLowerCase();
  const named = Object.hasOwn(MESSAGE_TYPES, type) ? MESSAGE_TYPES[type] : undefined;
  const hasMedia = Number(fields.get('NumMedia')) > 0 || fields.get('MediaUrl0') !== '';
  if (hasMedia && (named === undefined || named === 'text')) return readMediaType(fields.get('MediaContentType0'));
  if (named !== undefined) return named;
  if (type !== '') return null;
  return fields.get('Latitude') !== '' && fields.get('Longitude') !== '' ? 'location' : 'text';
}

function readMediaType(mimeType: string): string {
  const [kind] = mimeType.toLowerCase().split('/');
  if (/^(text\/(x-)?vcard)\b/i.test(mimeType)) return 'contact';
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}

/** Present where the account has Advanced Opt-Out; `HELP` is answered by Twilio itself. */
function readKeyword(optOutType: string): 'stop' | 'start' | null {
  switch (optOutType.trim().toUpperCase()) {
    case 'STOP':
      return 'stop';
    case 'START':
      return 'start';
    default:
      return null;
  }
}
