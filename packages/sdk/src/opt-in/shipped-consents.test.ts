import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { SHIPPED_CONSENT_HASHES } from '../contract/shipped-consents.js';
import { CATALOGUES } from '../locales/catalogues.js';
import { SUPPORTED_LOCALES } from '../locales/locales.js';
import { createTranslator } from '../translator.js';
import { CONSENT_VERSION, consentTerms } from './consent-terms.js';

const shown = SUPPORTED_LOCALES.flatMap((locale) =>
  (['card', 'kiosk'] as const).map((display) => {
    const { text } = consentTerms(createTranslator(locale, CATALOGUES[locale]), display);
    return createHash('sha256').update(text).digest('hex');
  }),
);

it('every sentence that we show is in the list of those that we ship, under its version', () => {
  const missing = shown.filter((hash) => !SHIPPED_CONSENT_HASHES[CONSENT_VERSION]?.includes(hash));
  expect(missing, 'add these; a sentence that was shipped once stays').toEqual([]);
});

it('no sentence is of two versions', () => {
  const all = Object.values(SHIPPED_CONSENT_HASHES).flat();
  expect(new Set(all).size).toBe(all.length);
});
