import { describe, expect, it } from 'vitest';
import type { OrganizationOptions, ProvidersOptions } from '../../config/options.js';
import { resolveOptions } from '../../config/resolve-options.js';
import { examineSecrets, strengthBits } from './examine-secrets.js';

const RANDOM = '3f9c1b7ae20d5846b1e7c09a4d62f815c07be394';

function examine(keys: Partial<OrganizationOptions>, providers?: ProvidersOptions) {
  const organization = { name: 'Clinic', secretKey: `sk_${RANDOM}`, ...keys };
  return examineSecrets(resolveOptions({ organization, providers }));
}

describe('examineSecrets', () => {
  it('is content with what a generator makes', () => {
    expect(examine({ adminKey: `ak_${RANDOM}` }).map(({ level }) => level)).toEqual(['ok']);
  });

  it.each([`sk_${'0'.repeat(40)}`, `sk_${'ab'.repeat(20)}`])('finds that %s can be guessed', (secretKey) => {
    const findings = examine({ secretKey });
    expect(findings).toMatchObject([{ level: 'problem', message: 'SECRET_KEY can be guessed.' }]);
    expect(JSON.stringify(findings)).not.toContain(secretKey.slice(3));
  });

  it('warns of one that is weaker than a random one', () => {
    expect(examine({ adminKey: 'ak_our-clinic-on-the-hill' })).toMatchObject([{ level: 'warning' }]);
  });

  it('looks at every token of a webhook, the old one of a rotation too, and misses none', () => {
    const ultramsg = { instanceId: '1150', token: 't', webhookToken: [RANDOM, 'o'.repeat(16)] };
    expect(examine({}, { ultramsg })).toMatchObject([{ message: 'ULTRAMSG_WEBHOOK_TOKEN can be guessed.' }]);
    expect(examine({}, { ultramsg: { ...ultramsg, webhookToken: [] } })).toMatchObject([
      { level: 'problem', message: expect.stringContaining('ULTRAMSG_WEBHOOK_TOKEN is not set') as string },
    ]);
  });
});

describe('strengthBits', () => {
  it.each([
    ['', 0],
    ['aaaaaaaa', 0],
    ['abab', 4],
    ['abcd', 8],
  ])('counts %j', (secret, bits) => {
    expect(strengthBits(secret)).toBe(bits);
  });
});
