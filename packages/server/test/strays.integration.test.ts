import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, vendorEnvironments } from './run-command.js';
import { WEBHOOK_TOKEN, createDatabase, openWorld, ultramsgEvent, type World } from './test-world.js';

let world: World;
let created: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  created = await createDatabase();
  world = await openWorld({ database: created.url });
});
afterAll(async () => {
  await world?.close();
  await created?.drop();
});

describe('a webhook for a number that nobody here has', () => {
  it('is answered 200, touches no organization, and is shown by doctor', async () => {
    const event = { ...ultramsgEvent({ from: '+966500002601', text: 'hello' }), instanceId: '9999' };
    const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`;
    expect((await world.request('POST', path, { body: event })).status).toBe(200);
    const [touched] = await world.database.query(
      `SELECT (SELECT count(*)::int FROM whatsapp_optin.contacts) AS contacts,
              (SELECT count(*)::int FROM whatsapp_optin.inbound_message_keys) AS messages,
              (SELECT count(*)::int FROM whatsapp_optin.kept_events WHERE organization_id <> '') AS kept_of_organizations`,
    );
    expect(touched).toEqual({ contacts: 0, messages: 0, kept_of_organizations: 0 });

    // A folder of PGlite belongs to one process at a time.
    await world.app.close();
    const { ultramsg } = vendorEnvironments({ database: created.url, vendors: world.simulator.url });
    const { text } = await runCommand(ultramsg, 'doctor');
    expect(text).toContain('Webhooks: 1 of ultramsg came for a number that nobody here has');
  });
});
