import type { ComplianceReport, NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, openWorld, type World } from './test-world.js';

let serial = 0;
async function ticketIn(world: World): Promise<{ ticketId: string; phone: string }> {
  serial += 1;
  const phone = `+96650003${String(1000 + serial)}`;
  const ticketId = `basis-${serial}`;
  await world.createTicket(ticketId, { number: 'B001', phone });
  return { ticketId, phone };
}
const basesOf = ({ attempts }: NotificationDocument) =>
  attempts.flatMap(({ tier, status, basis }) => (status === 'skipped' ? [] : [[tier, basis ?? null]]));
const smsOf = ({ attempts }: NotificationDocument) => attempts.find(({ tier }) => tier === 'sms');
const proofOf = async (world: World) => {
  const response = await world.request('POST', '/api/admin/compliance/check', { key: ADMIN });
  return ((await response.json()) as ComplianceReport).proof;
};

describe('the basis of an attempt', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('of an SMS is the word of the organization, until the owner of the phone has written', async () => {
    const { ticketId, phone } = await ticketIn(world);
    expect(basesOf(await world.notify({ ticketId, type: 'your_turn' }))).toEqual([['sms', 'declared']]);
    await world.receive({ from: phone, text: 'hello' });
    world.simulator.behaviours.set('ultramsg', { mode: 'not_connected' }, phone);
    expect(basesOf(await world.notify({ ticketId, type: 'your_turn' }))).toEqual([
      ['whatsapp', 'inbound'],
      ['sms', 'proven'],
    ]);
  });

  it('is in the proof, tier by tier, by the same query', async () => {
    const { bases, basesQuery } = await proofOf(world);
    expect(bases.map(({ tier, basis, unproven }) => [tier, basis, unproven])).toEqual([
      ['sms', 'declared', 0],
      ['sms', 'proven', 0],
      ['whatsapp', 'inbound', 0],
    ]);
    expect(await world.database.query(basesQuery, ['clinic'])).toEqual(bases);
    const report = await world.request('GET', '/api/admin/compliance', { key: ADMIN });
    expect(((await report.json()) as ComplianceReport).proof.bases).toEqual(bases);
  });

  it('is no word of a statement: the database derives it', async () => {
    await expect(
      world.database.query(`UPDATE whatsapp_optin.notification_attempts SET basis = 'proven' WHERE tier = 'sms'`),
    ).rejects.toThrow(/can only be updated to DEFAULT/);
  });
});

describe('where an SMS needs a proof', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld((vendors) => ({
      sms: {
        enabled: true,
        accountSid: 'AC00000000000000000000000000000000',
        authToken: 'simulator-token',
        fromNumber: '+15550000000',
        baseUrl: vendors,
        allowedCountries: ['SA'],
        basis: 'proven',
      },
    }));
  });
  afterAll(() => world?.close());

  it('a phone that never wrote gets none, and the reason stands in the document', async () => {
    const { ticketId } = await ticketIn(world);
    const document = await world.notify({ ticketId, type: 'your_turn' });
    expect(smsOf(document)).toMatchObject({ status: 'skipped', reason: 'sms_disabled' });
    const used = await world.database.query(`SELECT FROM whatsapp_optin.sms_usage`);
    expect(used).toEqual([]);
  });

  it('one that wrote is written to', async () => {
    const { ticketId, phone } = await ticketIn(world);
    await world.receive({ from: phone, text: 'hello' });
    world.simulator.behaviours.set('ultramsg', { mode: 'not_connected' }, phone);
    const document = await world.notify({ ticketId, type: 'your_turn' });
    expect(smsOf(document)).toMatchObject({ basis: 'proven' });
  });

  it('the database itself refuses an attempt without one', async () => {
    const { ticketId } = await ticketIn(world);
    const { id } = await world.notify({ ticketId, type: 'position_update' });
    const insert = world.database.query(
      `INSERT INTO whatsapp_optin.notification_attempts (organization_id, id, notification_id, tier, attempt_number, status)
       VALUES ('clinic', gen_random_uuid(), $1::uuid, 'sms', 7, 'claimed')`,
      [id],
    );
    await expect(insert).rejects.toThrow(/needs a message/);
  });
});
