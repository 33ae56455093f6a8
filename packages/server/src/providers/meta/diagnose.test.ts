import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetaOptions } from '../../config/options.js';
import {
  answer,
  closedPort,
  startVendorServer,
  type VendorBehaviour,
  type VendorServer,
} from '../testing/vendor-server.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { readFixture } from './fixtures/read-fixture.js';
import { createMetaProvider } from './meta-provider.js';

const ACCOUNT = { verified_name: 'Al Noor Clinic', display_phone_number: '+966 50 000 0000', quality_rating: 'GREEN' };

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

async function diagnose(behaviour: VendorBehaviour, changes: Partial<MetaOptions> = {}) {
  vendor.behave(behaviour);
  const options: MetaOptions = {
    phoneNumberId: '106540352242922',
    accessToken: 'canary-access-token',
    appSecret: 'c0ffee00c0ffee00c0ffee00c0ffee00',
    verifyToken: 'canary-verify-token-of-24',
    graphBaseUrl: vendor.baseUrl,
    ...changes,
  };
  return (await createMetaProvider({ options, businessNumber: '+966500000000' }).diagnose?.()) ?? [];
}

const levels = (findings: readonly ProviderFinding[]) => findings.map(({ level }) => level);

describe('diagnose', () => {
  it('finds nothing to do where all is well', async () => {
    const findings = await diagnose(answer(200, ACCOUNT));
    expect(levels(findings)).toEqual(['ok', 'ok', 'ok']);
    expect(vendor.received.at(-2)).toMatchObject({
      method: 'GET',
      path: '/v26.0/106540352242922?fields=verified_name,display_phone_number,quality_rating',
      headers: { authorization: 'Bearer canary-access-token' },
    });
  });

  it.each<[string, { account?: object; options?: Partial<MetaOptions> }, string, RegExp]>([
    ['no app secret', { options: { appSecret: [] } }, 'problem', /503/],
    ['an app secret of another form', { options: { appSecret: 'x' } }, 'warning', /app secret/],
    ['no verify token', { options: { verifyToken: '' } }, 'warning', /verify token/],
    ['a short verify token', { options: { verifyToken: 'x' } }, 'warning', /guessed/],
    ['another number', { account: { display_phone_number: '+966 50 000 0009' } }, 'problem', /0009/],
    ['a number that Meta does not give', { account: { display_phone_number: null } }, 'warning', /which number/],
    ['medium quality', { account: { quality_rating: 'YELLOW' } }, 'warning', /medium/],
    ['low quality', { account: { quality_rating: 'RED' } }, 'problem', /low/],
  ])('reports %s', async (_name, { account, options }, level, message) => {
    const findings = await diagnose(answer(200, { ...ACCOUNT, ...account }), options);
    expect(findings.filter((finding) => finding.level !== 'ok')).toEqual([
      expect.objectContaining({ level, message: expect.stringMatching(message) as string }),
    ]);
  });

  it.each<[string, VendorBehaviour, RegExp]>([
    ['an expired token', answer(401, readFixture('answer-token-expired')), /access token \(code 190\)/],
    ['an unknown number id', answer(400, readFixture('answer-unknown-object')), /phone number id/],
    ['a locked account', answer(403, { error: { code: 131031 } }), /restricted/],
    ['another refusal', answer(400, { error: { code: 1 } }), /code 1/],
    ['a page', answer(502, '<html>'), /HTTP 502/],
    ['a lost answer', (_response, socket) => socket.destroy(), /did not answer/],
  ])('reports %s', async (_name, behaviour, message) => {
    const [finding] = await diagnose(behaviour);
    expect(finding).toMatchObject({ level: 'problem', message: expect.stringMatching(message) as string });
    expect(finding?.advice).toBeTruthy();
  });

  it.each<[object, string[], RegExp]>([
    [
      { application: 'https://clinic.example/wa/api/webhooks/meta?x=canary' },
      [],
      /clinic\.example\/wa\/api\/webhooks\/meta\./,
    ],
    [
      { application: 'https://clinic.example/api/webhooks/meta', phone_number: 'https://crm.example/hook' },
      ['problem'],
      /crm\.example\/hook, which is no address/,
    ],
    [{}, ['problem'], /no address to post/],
    [{ application: 'canary' }, ['problem'], /no address to post/],
  ])('reports where webhooks go: %j', async (webhook_configuration, wrong, message) => {
    const findings = await diagnose(answer(200, { ...ACCOUNT, webhook_configuration }));
    expect(levels(findings).filter((level) => level !== 'ok')).toEqual(wrong);
    expect(findings.at(-1)?.message).toMatch(message);
    expect(JSON.stringify(findings)).not.toContain('canary');
  });

  it('reports an API that cannot be reached', async () => {
    const findings = await diagnose(answer(200, ACCOUNT), { graphBaseUrl: `http://127.0.0.1:${await closedPort()}` });
    expect(levels(findings)).toEqual(['problem']);
  });

  it('never shows a secret or a whole phone', async () => {
    const findings = await diagnose(answer(200, { ...ACCOUNT, display_phone_number: '+966 50 000 0009' }), {
      appSecret: 'canary-app-secret',
    });
    expect(JSON.stringify(findings)).not.toMatch(/canary|9665/);
  });
});
