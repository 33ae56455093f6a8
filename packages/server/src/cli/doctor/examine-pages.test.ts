import { expect, it } from 'vitest';
import { resolveOptions } from '../../config/resolve-options.js';
import type { WhatsAppOptInOptions } from '../../config/options.js';
import { examinePages } from './examine-pages.js';

const ORGANIZATION = { name: 'Clinic', secretKey: 'sk_3f9c1b7ae20d5846b1e7c09a4d62f815c07be394' };
const publishableKey = 'pk_3f9c1b7ae20d5846b1e7c09a4d62f815c07be394';
const examine = (options: WhatsAppOptInOptions) =>
  examinePages(resolveOptions(options)).map(({ level, message }) => [level, message]);

it('names a missing publishable key', () => {
  expect(examine({ organization: ORGANIZATION })).toEqual([
    ['warning', expect.stringContaining('PUBLISHABLE_KEY is not set for "default"')],
  ]);
});

it('names missing origins, since no browser gets in without one', () => {
  expect(examine({ organization: { ...ORGANIZATION, publishableKey } })).toEqual([
    ['warning', expect.stringContaining('ALLOWED_ORIGINS is empty')],
  ]);
});

it('is content with both', () => {
  const allowedOrigins = ['https://clinic.example'];
  expect(examine({ organization: { ...ORGANIZATION, publishableKey }, allowedOrigins })).toEqual([
    ['ok', 'They may be on https://clinic.example.'],
  ]);
});
