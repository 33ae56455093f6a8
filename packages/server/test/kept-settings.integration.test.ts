import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionsFromEnvironment, type Environment } from '../src/config/environment.js';
import { resolveOptions } from '../src/config/resolve-options.js';
import { createLog } from '../src/composition/create-log.js';
import { examineDatabase } from '../src/cli/doctor/examine-database.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import type { Log } from '../src/log.js';
import { ADMIN, COMPANY, SECRET, createDatabase } from './test-world.js';

let database: { url: string; drop(): Promise<void> };
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.drop());

function readSettings(env: Environment) {
  return optionsFromEnvironment({
    ...{ SECRET_KEY: SECRET, ADMIN_KEY: ADMIN, WHATSAPP_COMPANY_NUMBER: COMPANY },
    ...{ ULTRAMSG_INSTANCE_ID: '1150', ULTRAMSG_TOKEN: 'token', DATABASE_URL: database.url },
    ...env,
  });
}

/** What a start from this environment warns of; `meanwhile` is then done by staff. */
async function start(env: Environment, meanwhile: { path: string; body: object }[] = []): Promise<string[]> {
  const { options, source } = readSettings(env);
  const warnings: string[] = [];
  const warn: Log['warn'] = (_fields, message) => void warnings.push(message);
  const silent = () => undefined;
  const app = createWhatsAppOptIn(
    { ...options, log: { debug: silent, info: silent, warn, error: silent } },
    { source },
  );
  await app.start();
  try {
    for (const { path, body } of meanwhile) {
      const headers = { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' };
      const init = { method: 'PUT', headers, body: JSON.stringify(body) };
      const response = await app.fetch(new Request(`http://localhost:4000${path}`, init));
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    }
  } finally {
    await app.close();
  }
  return warnings;
}

describe('a variable that differs from what the database keeps', () => {
  it('is named at start with what changes it, and shows no phone and no name', async () => {
    const first = { TIME_ZONE: 'Asia/Riyadh', SMS_DAILY_LIMIT: '50', MESSAGE_RETENTION_DAYS: '90' };
    const byStaff = [
      {
        path: '/api/admin/organization',
        body: { name: 'Al Noor', retentionDays: { messages: 30 }, defaultLocale: 'ar' },
      },
      { path: '/api/admin/sms', body: { dailyLimit: 20 } },
    ];
    expect(await start(first, byStaff)).toEqual([]);

    // Not given, so that nobody expects it to count: name and locale.
    const same = ['MESSAGE_RETENTION_DAYS', 'SMS_DAILY_LIMIT'];
    expect((await start(first)).map((line) => line.split(' ')[0])).toEqual(same);

    const lines = await start({
      ...{ TIME_ZONE: 'Asia/Kolkata', WHATSAPP_COMPANY_NUMBER: '+966500000099', ORGANIZATION_NAME: 'Acme Clinic' },
      ...{ DEFAULT_LOCALE: 'ar', MESSAGE_RETENTION_DAYS: '30' },
    });
    const keeps = 'is not used: the database keeps another value. To change that: whatsapp-optin organization set';
    expect(lines).toEqual([
      `ORGANIZATION_NAME ${keeps} --name <text>`,
      `WHATSAPP_COMPANY_NUMBER ${keeps} --whatsapp-number <phone>`,
      `TIME_ZONE ${keeps} --time-zone Asia/Kolkata`,
    ]);
  });

  it('is named by the doctor likewise', async () => {
    const { options, source } = readSettings({ WHATSAPP_COMPANY_NUMBER: '+966500000099' });
    const log = createLog({ level: 'silent' });
    const { findings, businessNumbers } = await examineDatabase(resolveOptions(options, source), { log, source });
    expect(findings.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^WHATSAPP_COMPANY_NUMBER is not used: .* --whatsapp-number <phone>$/),
    ]);
    expect(businessNumbers.get('default')).toBe(COMPANY);
  });
});
