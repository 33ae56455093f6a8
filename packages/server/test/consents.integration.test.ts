import { createHash } from 'node:crypto';
import { createOptIn } from '@whatsapp-optin/sdk';
import type { AdminConsentPage } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { createConsentLedger } from '../src/storage/consent-ledger.js';
import { ADMIN, ENGINE, ORIGIN, PUBLISHABLE, createDatabase, eventually, openWorld, type World } from './test-world.js';

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

const TEXT = 'By sending this message you agree to receive notices about your ticket for 24 hours.';
const HASH = createHash('sha256').update(TEXT).digest('hex');
const shown = { version: '2026-11', locale: 'en', text: TEXT };

const create = (consent: Record<string, unknown>) =>
  world.request('POST', '/api/opt-ins', {
    key: PUBLISHABLE,
    headers: { origin: ORIGIN },
    body: { ticketNumber: 'A001', locale: 'en-GB', pageUrl: `${ORIGIN}/tickets/7?from=sms`, consent },
  });

describe('a consent', () => {
  it('holds what was shown and what was sent, where, and by which message of the customer', async () => {
    const response = await create(shown);
    expect(response.status).toBe(201);
    const optIn = (await response.json()) as { id: string; message: string };
    await world.receive({ from: '+966500002001', text: optIn.message });
    const [consent] = await world.database.query(
      `SELECT consent.action, consent.purpose, consent.channel, consent.method, consent.provider, consent.evidence,
              consent.wording, consent.wording_locale, encode(consent.wording_hash, 'hex') AS wording_hash,
              consent.page_origin, consent.consent_version, consent.consent_locale, consent.consent_hash, consent.consent_text,
              message.sent_at = consent.message_sent_at AS message_time, message.provider AS message_provider
       FROM whatsapp_optin.consents AS consent
       JOIN whatsapp_optin.inbound_message_keys AS message
         ON message.organization_id = consent.organization_id AND message.id = consent.inbound_message_id
       WHERE consent.opt_in_id = $1::uuid`,
      [optIn.id],
    );
    const wording = optIn.message.replace(/ \(ref: .*\)$/, '');
    expect(consent).toEqual({
      action: 'granted',
      purpose: 'ticket_notifications',
      channel: 'whatsapp',
      method: 'opt_in_code',
      provider: 'ultramsg',
      evidence: 'secret_url',
      wording,
      wording_locale: 'en',
      wording_hash: createHash('sha256').update(wording).digest('hex'),
      page_origin: ORIGIN,
      consent_version: '2026-11',
      consent_locale: 'en',
      consent_hash: HASH,
      consent_text: TEXT,
      message_time: true,
      message_provider: 'ultramsg',
    });
  });

  it('is proven as our own text where it is that, and else as what the page claims', async () => {
    const { consent: own } = createOptIn({ phone: '+966500000000', locale: 'ar' }).getSnapshot();
    const statements = [own, { ...own, text: `${own.text} Free of charge.` }, { ...own, version: '2' }];
    const sources = [];
    for (const [at, { version, locale, text }] of statements.entries()) {
      const optIn = (await (await create({ version, locale, text })).json()) as { id: string; message: string };
      await world.receive({ from: `+96650000220${at}`, text: optIn.message });
      const page = await world.request('GET', '/api/admin/consents?action=granted', { key: ADMIN });
      const { items } = (await page.json()) as AdminConsentPage;
      const item = items.find(({ optInId }) => optInId === optIn.id);
      expect(item?.consentHash).toBe(createHash('sha256').update(text).digest('hex'));
      sources.push(item?.consentSource);
    }
    expect(sources).toEqual(['shipped', 'claimed', 'claimed']);
  });

  it('takes the hash of the page where it is right', async () => {
    expect((await create({ ...shown, hash: HASH.toUpperCase() })).status).toBe(201);
  });

  it.each([
    [{ ...shown, hash: 'a'.repeat(64) }, 'consent.hash'],
    [{ ...shown, hash: 'abc' }, 'consent.hash'],
    [{ ...shown, version: 'x'.repeat(33) }, 'consent.version'],
    [{ ...shown, locale: 'klingon!' }, 'consent.locale'],
    [{ ...shown, text: 'x'.repeat(2_001) }, 'consent.text'],
  ])('of which a field is wrong is refused by its name', async (consent, field) => {
    const response = await create(consent);
    expect([response.status, ((await response.json()) as { field: string }).field]).toEqual([422, field]);
  });
});

describe('the chain of consents', () => {
  const unsealed = () => world.database.query(`SELECT consent_id FROM whatsapp_optin.unsealed_consents`);

  it('is sealed by the server itself, though a vendor hangs meanwhile', async () => {
    world.simulator.behaviours.set('ultramsg', { mode: 'hang' }, '+966500002010');
    await world.receive({ from: '+966500002010', text: 'hello' });
    await eventually('the seal', async () => (await unsealed()).length === 0);
    await world.simulator.close();
    expect(await createConsentLedger(world.database).verify('clinic')).toMatchObject({ status: 'whole', unsealed: 0 });
  });

  it('is checked by the command, which names the first seal that does not fit', async () => {
    await eventually('the seal', async () => (await unsealed()).length === 0);
    const [victim] = await world.database.query<{ consent_id: string }>(
      `SELECT consent_id FROM whatsapp_optin.consent_seals ORDER BY position LIMIT 1`,
    );
    const printed: string[] = [];
    const check = () =>
      runCli(['verify-consents'], {
        env: {
          SECRET_KEY: 'sk_0000000000000000000000000000000000',
          ADMIN_KEY: 'ak_0000000000000000000000000000000000',
          ORGANIZATION_ID: 'clinic',
          WHATSAPP_COMPANY_NUMBER: '+966500000000',
          ULTRAMSG_INSTANCE_ID: '1150',
          ULTRAMSG_TOKEN: 'token',
          ULTRAMSG_WEBHOOK_TOKEN: 'webhook-token-of-the-tests',
          LOG_LEVEL: 'silent',
          ...(ENGINE === 'postgres' ? { DATABASE_URL: created.url } : { DATA_DIR: created.url }),
        },
        out: (text) => void printed.push(text),
        err: (text) => void printed.push(text),
        stop: new AbortController().signal,
      });
    await world.database.query(`ALTER TABLE whatsapp_optin.consents DISABLE TRIGGER consents_append_only`);
    await world.database.query(
      `UPDATE whatsapp_optin.consents SET consent_text = 'You agree to everything.' WHERE id = $1::uuid`,
      [victim?.consent_id],
    );
    // A folder of PGlite belongs to one process at a time.
    await world.app.close();
    expect([await check(), printed.at(-1)]).toEqual([1, expect.stringContaining(`consent ${victim?.consent_id}`)]);
  });
});
