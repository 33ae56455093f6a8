import { randomUUID } from 'node:crypto';
import type { InboundMessage } from '../src/providers/inbound-event.js';
import type { InboundItem } from '../src/inbound/inbound-store.js';
import type { Database } from '../src/storage/database.js';
import { COMPANY } from './test-world.js';

export interface ItemChanges
  extends
    Partial<Omit<InboundMessage, 'sentAt' | 'keyword'>>,
    Partial<Pick<InboundItem, 'keyword' | 'state' | 'pendingId'>> {
  /** @default 0 */
  ageSeconds?: number;
  /** A user id beside the phone. */
  userId?: string;
}

/** Whole seconds, as vendors date messages. */
export const NOW = new Date(Math.floor(Date.now() / 1000) * 1000);

let serial = 0;
export const newPhone = (): string => `+9665100${String((serial += 1)).padStart(5, '0')}`;

/** A message of this phone as the inbound service hands it to the store. */
export function itemOf(phone: string, changes: ItemChanges = {}): InboundItem {
  const { ageSeconds = 0, keyword = null, state = 'accepted', pendingId, userId, ...fields } = changes;
  return {
    account: { organizationId: 'clinic', provider: 'meta', businessNumber: COMPANY, evidence: 'signed_webhook' },
    event: {
      kind: 'message',
      providerMessageId: randomUUID(),
      sentAt: new Date(NOW.getTime() - ageSeconds * 1000),
      sender: [
        { kind: 'e164', value: phone },
        { kind: 'wa_id', value: phone.slice(1) },
        ...(userId === undefined ? [] : [{ kind: 'bsuid', value: userId } as const]),
      ],
      senderName: 'Sara',
      contentType: 'text',
      text: 'hello',
      raw: {},
      ...fields,
    },
    code: null,
    keyword,
    flag: null,
    sessionDurationHours: 24,
    state,
    ...(pendingId !== undefined && { pendingId }),
  };
}

/** The person of this phone; empty where nobody has it. */
export async function findContact(database: Database, phone: string): Promise<string> {
  const [row] = await database.query<{ contact_id: string }>(
    `SELECT contact_id FROM whatsapp_optin.contact_identities WHERE organization_id = 'clinic' AND value = $1::text`,
    [phone],
  );
  return row?.contact_id ?? '';
}
