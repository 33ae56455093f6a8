import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryStatus } from '../src/providers/inbound-event.js';
import { createDeliveryStore } from '../src/storage/delivery-store.js';
import { openMetaWorld, type MetaWorld } from './meta-world.js';
import { eventually } from './test-world.js';

let meta: MetaWorld;
beforeAll(async () => {
  meta = await openMetaWorld();
});
afterAll(() => meta?.close());

let serial = 0;

/** A notification that WhatsApp has accepted. */
async function send() {
  const phone = `+96650003${String(1000 + (serial += 1))}`;
  const ticketId = `batch-${serial}`;
  await meta.world.createTicket(ticketId, { number: 'B001', phone });
  const body = meta.text({ id: `wamid.${randomUUID()}`, from: phone.slice(1) });
  expect(await meta.receive(body)).toBe(200);
  await eventually('the welcome', () => meta.sent().some(({ to }) => to === phone.slice(1)));
  const { id, attempts } = await meta.world.notify({ ticketId, type: 'position_update' });
  const attempt = attempts.find(({ tier }) => tier === 'whatsapp');
  return { id, messageId: attempt?.providerMessageId ?? '', ticketId };
}

const attemptOf = async (id: string) =>
  (await meta.world.app.notifications.get(id))?.attempts.find(({ tier }) => tier === 'whatsapp');

const news = (fields: Partial<DeliveryStatus>): DeliveryStatus => ({
  ...{ kind: 'status', providerMessageId: 'wamid.unknown', correlationId: null, status: 'sent' },
  ...{ at: null, failure: null, price: null, ...fields },
});

describe('statuses that come at once', () => {
  it('each move their own message, the forward one wins, and a price is kept', async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, send));
    const pricing = { billable: true, category: 'utility', pricing_model: 'PMP' };
    const statuses = sent.flatMap(({ messageId }, index) => [
      { id: messageId, status: 'delivered', pricing },
      { id: messageId, status: 'sent' },
      ...(index % 3 === 0 ? [{ id: messageId, status: 'read' }] : []),
      { id: `wamid.of-nobody-${index}`, status: 'sent' },
    ]);
    expect(await meta.receive(meta.value({ statuses }))).toBe(200);
    const found = await Promise.all(sent.map(({ id }) => attemptOf(id)));
    expect(found.map((attempt) => attempt?.status)).toEqual(
      sent.map((_, index) => (index % 3 === 0 ? 'read' : 'delivered')),
    );
    const rows = await meta.world.database.query<{ price_category: string }>(
      `SELECT DISTINCT price_category FROM whatsapp_optin.notification_attempts
       WHERE provider_message_id = ANY ($1::text[])`,
      [sent.map(({ messageId }) => messageId)],
    );
    expect(rows).toEqual([{ price_category: 'utility' }]);
  });

  it('of one attempt under two names lose none', async () => {
    const { id, messageId } = await send();
    const [row] = await meta.world.database.query<{ id: string }>(
      `SELECT id::text AS id FROM whatsapp_optin.notification_attempts WHERE notification_id = $1::uuid AND tier = 'whatsapp'`,
      [id],
    );
    const store = createDeliveryStore(meta.world.database);
    const apply = (fields: Partial<DeliveryStatus>) => store.apply('clinic', 'meta', news(fields));
    // The second is known by our own id alone: nothing says that both are of one message until the rows are found.
    const [byVendor, byOwn] = await Promise.all([
      apply({ providerMessageId: messageId, status: 'sent' }),
      apply({ providerMessageId: 'wamid.another-name', correlationId: row?.id ?? '', status: 'read' }),
      apply({ providerMessageId: 'wamid.of-nobody', status: 'sent' }),
    ]);
    expect([byVendor?.attemptId, byOwn?.attemptId]).toEqual([row?.id, row?.id]);
    expect((await attemptOf(id))?.status).toBe('read');
  });

  it('lose none where two servers hold them in the opposite order', async () => {
    const sent = await Promise.all(Array.from({ length: 8 }, send));
    const stores = [createDeliveryStore(meta.world.database), createDeliveryStore(meta.world.database)];
    const applied = await Promise.all(
      stores.flatMap((store, turn) =>
        (turn === 0 ? sent : [...sent].reverse()).map(({ messageId }) =>
          store.apply('clinic', 'meta', news({ providerMessageId: messageId, status: turn === 0 ? 'sent' : 'read' })),
        ),
      ),
    );
    expect(applied.every((one) => one !== null)).toBe(true);
    const found = await Promise.all(sent.map(({ id }) => attemptOf(id)));
    expect(new Set(found.map((attempt) => attempt?.status))).toEqual(new Set(['read']));
  });
});
