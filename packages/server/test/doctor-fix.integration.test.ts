import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator, SIMULATOR_DEFAULTS, type Simulator } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Environment } from '../src/config/environment.js';
import { RANDOM, runCommand, vendorEnvironments } from './run-command.js';
import { createEmptyDatabase } from './test-world.js';

const ELSEWHERE = 'https://crm.example/hook';
const { meta, twilio } = SIMULATOR_DEFAULTS;

let simulator: Simulator;
let vendors: string;
let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let publicUrl: string;
/** Ours, as a vendor meets it: healthy, and it answers Meta's handshake. */
const ours = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', publicUrl);
  const isHandshake = pathname === '/api/webhooks/meta' && searchParams.get('hub.verify_token') === RANDOM;
  response.end(isHandshake ? searchParams.get('hub.challenge') : '{"status":"ok"}');
});

beforeAll(async () => {
  simulator = createSimulator({ twilio });
  vendors = await simulator.listen();
  database = await createEmptyDatabase();
  await new Promise<void>((resolve) => ours.listen(0, '127.0.0.1', resolve));
  publicUrl = `http://localhost:${(ours.address() as AddressInfo).port}`;
  await runCommand(ULTRAMSG(), 'migrate');
});
beforeEach(() => simulator.configureWebhook({ url: ELSEWHERE, token: null, acks: false }));
afterAll(async () => {
  ours.close();
  await simulator?.close();
  await database?.drop();
});

const environments = () => vendorEnvironments({ database: database.url, publicUrl, vendors });
const ULTRAMSG = () => environments().ultramsg;
const META = () => environments().meta;
const TWILIO = () => environments().twilio;

const holding = (text: string) => expect.stringContaining(text) as unknown;

/** What the simulator is set to, asked as each vendor is asked. */
const ASKED: Record<string, () => Promise<unknown>> = {
  UltraMsg: () => ask('/instance1150/instance/settings?token=simulator-token'),
  Meta: () => ask('/v26.0/102290129340398/subscribed_apps', `Bearer ${meta.accessToken}`),
  Twilio: () => ask('/v2/Channels/Senders', `Basic ${btoa(`${twilio.accountSid}:${twilio.authToken}`)}`),
};
async function ask(path: string, authorization = ''): Promise<unknown> {
  return (await fetch(`${vendors}${path}`, { headers: { authorization } })).json();
}

describe('whatsapp-optin doctor --fix', () => {
  it.each([
    [
      'UltraMsg',
      ULTRAMSG,
      ['The webhook of the instance leads to', '"Webhook on ack" are on'],
      {
        webhook_url: holding(`/api/webhooks/ultramsg/inbound?token=${RANDOM}`),
        webhook_message_ack: 'on',
      },
    ],
    [
      'Meta',
      META,
      ['The app is subscribed to the WhatsApp account that ends in 0398', `no longer to ${ELSEWHERE}`],
      { data: [{ whatsapp_business_api_data: {} }] },
    ],
    [
      'Twilio',
      TWILIO,
      ['The webhook of the sender leads to'],
      { senders: [{ webhook: { callback_url: holding('/api/webhooks/twilio/whatsapp') } }] },
    ],
  ])('leads the webhook of %s to this server', async (vendor, env, said, set) => {
    const before = await runCommand(env(), 'doctor');
    expect(before.text).not.toContain('fixed');
    const { exitCode, text } = await runCommand(env(), 'doctor', '--fix');
    for (const line of said) expect(text).toMatch(new RegExp(`✓ fixed    ${vendor}: .*${line}`));
    expect(exitCode).toBe(0);
    expect(text).not.toContain(RANDOM);
    expect(await ASKED[vendor]?.()).toMatchObject(set);
  });

  it('changes nothing without the flag, and nothing twice', async () => {
    expect((await runCommand(ULTRAMSG(), 'doctor')).exitCode).toBe(1);
    expect(await ASKED['UltraMsg']?.()).toMatchObject({ webhook_url: ELSEWHERE });
    await runCommand(ULTRAMSG(), 'doctor', '--fix');
    const again = await runCommand(ULTRAMSG(), 'doctor', '--fix', '--json');
    expect(JSON.parse(again.text)).toMatchObject({ fixes: [], problems: 0 });
  });

  it('says what it did as JSON', async () => {
    const { text } = await runCommand(META(), 'doctor', '--fix', '--json');
    const answer = JSON.parse(text) as { fixes: { about: string; level: string }[] };
    expect(answer.fixes.map(({ about, level }) => [about, level])).toEqual([
      ['Meta', 'ok'],
      ['Meta', 'ok'],
    ]);
  });

  it.each<[string, () => Environment, string]>([
    ['a token without the account', () => ({ ...META(), META_ACCESS_TOKEN: 'wrong' }), 'Meta does not say which'],
    ['another verify token', () => ({ ...META(), META_VERIFY_TOKEN: `${RANDOM}x` }), 'Meta refused it (code 2200)'],
    ['no verify token', () => ({ ...META(), META_VERIFY_TOKEN: '' }), 'no verify token is set'],
    [
      'a wrong token of UltraMsg',
      () => ({ ...ULTRAMSG(), ULTRAMSG_TOKEN: 'wrong' }),
      'settings of the instance cannot',
    ],
    [
      'a sandbox',
      () => ({ ...TWILIO(), TWILIO_WHATSAPP_FROM: '+14155238886' }),
      'no WhatsApp sender that ends in 8886',
    ],
  ])('ends with 1 for %s, and says what to do', async (_name, env, why) => {
    const { exitCode, text } = await runCommand(env(), 'doctor', '--fix');
    expect([exitCode, text]).toEqual([1, expect.stringContaining(why)]);
    expect(text).toMatch(/✗ problem {2}\w+: The webhook was not changed: .*\. \w/);
    expect(await ASKED['UltraMsg']?.()).toMatchObject({ webhook_url: ELSEWHERE });
  });
});
