import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator, SIMULATOR_DEFAULTS, type Simulator } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../src/config/environment.js';
import { RANDOM, runCommand, vendorEnvironments } from './run-command.js';
import { createEmptyDatabase } from './test-world.js';

const { twilio } = SIMULATOR_DEFAULTS;

let simulator: Simulator;
let vendors: string;
let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
/** Something of ours that answers at PUBLIC_URL. */
const healthy = createServer((_request, response) => response.end('{"status":"ok"}'));
let publicUrl: string;

beforeAll(async () => {
  simulator = createSimulator({ twilio });
  vendors = await simulator.listen();
  database = await createEmptyDatabase();
  await new Promise<void>((resolve) => healthy.listen(0, '127.0.0.1', resolve));
  publicUrl = `http://localhost:${(healthy.address() as AddressInfo).port}`;
  await run('migrate', ULTRAMSG());
});
afterAll(async () => {
  healthy.close();
  await simulator?.close();
  await database?.drop();
});

const MAIL = { VAPID_SUBJECT: 'mailto:it@clinic-of-the-hill.com' };
const environments = () => vendorEnvironments({ database: database.url, publicUrl, vendors });
const ULTRAMSG = (): Environment => ({ ...environments().ultramsg, ...MAIL });
const META = (): Environment => ({ ...environments().meta, ...MAIL });
const TWILIO = (): Environment => ({
  ...environments().twilio,
  ...MAIL,
  SMS_ENABLED: 'true',
  SMS_FROM_NUMBER: '+15005550006',
});

async function run(command: string, env: Environment): Promise<{ exitCode: number; lines: string[] }> {
  const { exitCode, text } = await runCommand(env, command);
  return { exitCode, lines: text.split('\n') };
}
const problems = (lines: readonly string[]) => lines.filter((line) => line.startsWith('✗'));

describe('whatsapp-optin doctor', () => {
  it.each([
    ['Meta', META, 'Meta: The access token is valid'],
    ['Twilio', TWILIO, 'Twilio: Twilio knows the account'],
  ])('finds %s in order, and says that this address is on this machine', async (_name, env, line) => {
    simulator.configureWebhook({ url: `${publicUrl}/api/webhooks/meta` });
    const { exitCode, lines } = await run('doctor', env());
    simulator.configureWebhook({ url: null });
    expect(problems(lines)).toEqual([]);
    expect(exitCode).toBe(0);
    const text = lines.join('\n');
    expect(text).toContain(`✓ ok       ${line}`);
    expect(text).toContain('✓ ok       Database: It is reachable and up to date.');
    expect(text).toContain('✓ ok       Clock: It agrees with that of the database.');
    expect(text).toContain('! warning  Public address: PUBLIC_URL is on this machine (localhost): no vendor');
  });

  it('finds that the webhook of UltraMsg leads elsewhere and reports no delivery, and says what to do', async () => {
    const { exitCode, lines } = await run('doctor', ULTRAMSG());
    expect(exitCode).toBe(1);
    expect(problems(lines)).toEqual([expect.stringContaining('UltraMsg: The instance has no webhook.')]);
    expect(lines.join('\n')).toMatch(/! warning {2}UltraMsg: "Webhook on ack" is off.*Switch it on/);

    const url = `${publicUrl}/api/webhooks/ultramsg/inbound`;
    simulator.configureWebhook({ url, token: RANDOM, acks: true });
    const mended = await run('doctor', ULTRAMSG());
    simulator.configureWebhook({ url: null, acks: false });
    expect([mended.exitCode, problems(mended.lines)]).toEqual([0, []]);
  });

  it.each<[string, () => Environment, string]>([
    [
      'a wrong token of UltraMsg',
      () => ({ ...ULTRAMSG(), ULTRAMSG_TOKEN: 'wrong' }),
      'UltraMsg: UltraMsg refuses the token.',
    ],
    ['a wrong token of Meta', () => ({ ...META(), META_ACCESS_TOKEN: 'wrong' }), 'Meta: Meta refuses the access token'],
    [
      'a wrong token of Twilio',
      () => ({ ...TWILIO(), TWILIO_AUTH_TOKEN: 'wrong' }),
      'Twilio: Twilio refuses the account',
    ],
    [
      'a key that can be guessed',
      () => ({ ...META(), SECRET_KEY: `sk_${'0'.repeat(32)}` }),
      'Secrets: SECRET_KEY can be guessed.',
    ],
    [
      'another number',
      () => ({ ...META(), WHATSAPP_COMPANY_NUMBER: '+966500000009' }),
      'Meta: The number at Meta ends in',
    ],
    ['an address where nobody answers', () => ({ ...META(), PUBLIC_URL: 'https://nobody.invalid' }), 'Public address:'],
    [
      'a database that is away',
      () => ({ ...META(), DATABASE_URL: 'postgres://localhost:9/x' }),
      'Database: It cannot be used',
    ],
  ])('ends with 1 for %s, and quotes no secret', async (_name, env, line) => {
    const settings = env();
    const { exitCode, lines } = await run('doctor', settings);
    expect([exitCode, problems(lines)]).toEqual([1, expect.arrayContaining([expect.stringContaining(line) as string])]);
    expect(lines.join('\n')).not.toContain(RANDOM);
  });
});
