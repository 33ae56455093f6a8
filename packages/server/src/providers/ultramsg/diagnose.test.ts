import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, startVendorServer, type VendorServer } from '../testing/vendor-server.js';
import { readFixture } from './fixtures/read-fixture.js';
import { createUltraMsgProvider } from './ultramsg-provider.js';

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

const STATUS = JSON.parse(readFixture('instance-status')) as object;
const SETTINGS = JSON.parse(readFixture('instance-settings')) as object;

async function diagnose(status: unknown, settings: unknown = SETTINGS, httpStatus = 200) {
  vendor.behave((response, socket) => {
    const isStatus = vendor.received.at(-1)?.path.startsWith('/instance1150/instance/status');
    answer(isStatus ? httpStatus : 200, isStatus ? status : settings)(response, socket);
  });
  const options = { instanceId: '1150', token: 'placeholder-token', baseUrl: vendor.baseUrl };
  const provider = createUltraMsgProvider({
    options,
    businessNumber: '+966500000000',
    publicUrl: 'https://queue.example',
  });
  return (await provider.diagnose?.()) ?? [];
}

const levels = (findings: readonly { level: string }[]) => findings.map(({ level }) => level);

describe('diagnose', () => {
  it('finds nothing wrong with an instance that is connected and set', async () => {
    expect(levels(await diagnose(STATUS))).toEqual(['ok', 'ok']);
  });

  it.each<[string, unknown, number]>([
    ['is not connected', JSON.parse(readFixture('instance-status-qr')), 200],
    ['refuses the token', { error: 'Wrong token. Please provide token as a GET parameter.' }, 200],
    ['is unknown', { error: 'Instance not found' }, 404],
    ['is stopped', { error: 'Your instance has been Stopped due to non-payment' }, 200],
    ['refuses in its own form', { error: { a: 1 } }, 200],
  ])('finds that the instance %s, and asks no further', async (_name, status, httpStatus) => {
    expect(await diagnose(status, SETTINGS, httpStatus)).toMatchObject([
      { level: 'problem', advice: expect.stringMatching(/\w/) as string },
    ]);
  });

  it('says that it cannot read the answer', async () => {
    expect(levels(await diagnose('<html>', SETTINGS, 502))).toEqual(['warning', 'ok']);
  });

  it.each<[string, object, string[]]>([
    ['no webhook', { webhook_url: '' }, ['ok', 'problem']],
    ['a webhook elsewhere', { webhook_url: 'https://old.example/hook?token=x' }, ['ok', 'problem']],
    ['no messages', { webhook_message_received: 'off' }, ['ok', 'problem']],
    ['no acknowledgements', { webhook_message_ack: false }, ['ok', 'warning']],
  ])('finds %s', async (_name, settings, expected) => {
    expect(levels(await diagnose(STATUS, { ...SETTINGS, ...settings }))).toEqual(expected);
  });

  it('says that it cannot read the settings', async () => {
    expect(levels(await diagnose(STATUS, { error: 'no' }))).toEqual(['ok', 'warning']);
  });

  it('shows no secret', async () => {
    const findings = await diagnose(STATUS, {
      ...SETTINGS,
      webhook_url: 'https://old.example/?token=placeholder-secret',
    });
    expect(JSON.stringify(findings)).not.toContain('placeholder');
  });
});
