import { expect, it } from 'vitest';
import { optionsInCode } from '../src/config/option-source.js';
import { resolveOptions } from '../src/config/resolve-options.js';
import { examineDatabase } from '../src/cli/doctor/examine-database.js';
import { createLog } from '../src/composition/create-log.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import type { WhatsAppOptInOptions } from '../src/index.js';
import { createSettingsService } from '../src/organizations/settings-service.js';
import { createOrganizationStore } from '../src/storage/organization-store.js';
import { openDatabase } from '../src/storage/open-database.js';
import { createDatabase, SECRET } from './test-world.js';

const log = createLog({ level: 'silent' });

it('of an organization is one that the database has, by the name that the operator gave', async () => {
  const { url, drop } = await createDatabase();
  const options: WhatsAppOptInOptions = {
    database: url,
    organization: { id: 'clinic', name: 'Acme Clinic', timeZone: 'Asia/Kolkata', secretKey: SECRET },
    log,
  };
  const start = async () => {
    const app = createWhatsAppOptIn(options);
    try {
      await app.start();
    } finally {
      await app.close();
    }
  };
  await start();

  const database = await openDatabase({ database: url, schema: 'whatsapp_optin', log });
  const store = createOrganizationStore(database);
  expect((await store.find('clinic'))?.timeZone).toBe('Asia/Kolkata');
  expect([await store.knowsTimeZone('Asia/Riyadh'), await store.knowsTimeZone('Mars/Olympus')]).toEqual([true, false]);
  const change = (timeZone: string) => createSettingsService(store).change('clinic', { timeZone });
  expect(await change('Mars/Olympus')).toMatchObject({ status: 'wrong', field: 'timeZone' });
  expect(await change('Europe/Istanbul')).toMatchObject({ status: 'saved' });

  // As left behind by a database whose list was longer.
  await store.update('clinic', { timeZone: 'Mars/Olympus' });
  await database.close();
  await expect(start()).rejects.toThrow('The database has no time zone "Mars/Olympus"');
  const { findings } = await examineDatabase(resolveOptions(options), { log, source: optionsInCode(options) });
  expect(findings.filter(({ level }) => level === 'problem').map(({ message }) => message)).toEqual([
    'The database has no "Mars/Olympus", which "clinic" has.',
  ]);
  await drop();
});
