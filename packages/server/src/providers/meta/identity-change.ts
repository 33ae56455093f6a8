import { isJsonObject, type JsonObject } from '../json-object.js';
import { readVendorTime } from '../vendor-time.js';
import type { Identity, InboundEvent } from '../whatsapp-provider.js';
import { digest, envelope, ignored, kept, type ChangeFrame } from './change-item.js';
import { readMessageId } from './message-id.js';
import { asSender, readMessageParty, readParty, toIdentities, type Party } from './party.js';

/**
 * A message of type `system`: Meta's notice of what a person changed, in which they wrote nothing. A new phone brings a
 * new user id; `customer_changed_number` and `new_wa_id` are the notice's older words.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system/ (2026-08)
 */
export function readIdentityChange(item: JsonObject, frame: ChangeFrame): InboundEvent {
  const system = isJsonObject(item['system']) ? item['system'] : {};
  switch (system['type']) {
    case 'user_changed_number':
    case 'customer_changed_number':
      return change(item, frame, {
        from: merge(readMessageParty(item), readParty(system['customer'], ...previousIds(system))),
        to: readParty(system['wa_id'] ?? system['new_wa_id'], system['user_id'], system['parent_user_id']),
      });
    case 'user_changed_user_id':
      // The phone of the message may be the old one or the present one, and stays out of it.
      return change(item, frame, {
        from: readParty(...previousIds(system)),
        to: readParty(system['wa_id'], system['user_id'], system['parent_user_id']),
      });
    // A new device or a reinstalled WhatsApp: the same person under the same names.
    case 'customer_identity_changed':
      return ignored('system');
    default:
      return kept(frame, 'system', { list: 'messages', item });
  }
}

function previousIds(system: JsonObject): unknown[] {
  return [system['previous_user_id'], system['previous_parent_user_id']];
}

/** What the notice says was, before what its message came from: that may be the new phone or user id already. */
function merge(message: Party, previous: Party): Party {
  return {
    phone: previous.phone ?? message.phone,
    userId: previous.userId ?? message.userId,
    parentUserId: previous.parentUserId ?? message.parentUserId,
  };
}

function change(item: JsonObject, frame: ChangeFrame, { from, to }: { from: Party; to: Party }): InboundEvent {
  const after = toIdentities(to);
  const isStillTrue = (identity: Identity): boolean => after.some(({ value }) => value === identity.value);
  const before = asSender(toIdentities(from).filter((identity) => !isStillTrue(identity)));
  if (before === null) return kept(frame, 'malformed', { list: 'messages', item });
  const at = readVendorTime(item['timestamp']);
  const id = readMessageId(item['id']);
  if (id === null && item['id'] !== undefined) return kept(frame, 'malformed', { list: 'messages', item });
  return {
    kind: 'identity_change',
    providerMessageId: id ?? `derived:${digest([before, after, at])}`,
    at,
    from: before,
    to: after,
    raw: envelope(frame, { list: 'messages', item }),
  };
}
