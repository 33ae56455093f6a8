import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { consentSourceOf, SHIPPED_CONSENT_HASHES } from '../contract/shipped-consents.js';
import { CATALOGUES } from '../locales/catalogues.js';
import { SUPPORTED_LOCALES, type SupportedLocale } from '../locales/locales.js';
import { createTranslator } from '../translator.js';
import { channelTerms, type ConsentChannel } from './consent-channels.js';

const CHOICES: readonly (readonly ConsentChannel[])[] = [[], ['sms'], ['push'], ['push', 'sms']];
const DISPLAYS = ['card', 'kiosk'] as const;

/** The word for push in each language; SMS is SMS in all of them. */
const PUSH: Readonly<Record<SupportedLocale, RegExp>> = {
  en: /\bpush notification\b/,
  ar: /إشعارات/,
  es: /notificación push/,
  'pt-BR': /notificação push/,
  fr: /notification push/,
  de: /Push-Nachricht/,
  tr: /anlık bildirim/,
  ur: /نوٹیفکیشن/,
  hi: /नोटिफ़िकेशन/,
  bn: /নোটিফিকেশন/,
  id: /notifikasi push/,
  fil: /push notification/,
};

const shown = SUPPORTED_LOCALES.flatMap((locale) =>
  CHOICES.flatMap((channels) =>
    DISPLAYS.map((display) => {
      const terms = channelTerms(createTranslator(locale, CATALOGUES[locale]), display, channels);
      return { ...terms, channels, hash: createHash('sha256').update(terms.text).digest('hex') };
    }),
  ),
);

it('every sentence that we show is in the list of those that we ship, under its version', () => {
  const missing: Record<string, string[]> = {};
  for (const terms of shown) if (consentSourceOf(terms) !== 'shipped') (missing[terms.version] ??= []).push(terms.hash);
  expect(missing, 'add these; a sentence that was shipped once stays').toEqual({});
});

it('no sentence is of two versions', () => {
  const all = Object.values(SHIPPED_CONSENT_HASHES).flat();
  expect(new Set(all).size).toBe(all.length);
});

it('names each channel that the organization uses, and no other, in every language', () => {
  const wrong = shown.filter(
    ({ locale, channels, text }) =>
      /\bSMS\b/.test(text) !== channels.includes('sms') ||
      PUSH[locale as SupportedLocale].test(text) !== channels.includes('push'),
  );
  expect(wrong).toEqual([]);
});

it('gives a version of its own to each choice of channels, whatever their order', () => {
  const versions = CHOICES.map(
    (channels) => channelTerms(createTranslator('en', CATALOGUES.en), 'card', channels).version,
  );
  expect(versions).toEqual(['1', '1+sms', '1+push', '1+sms_push']);
});

it.each([undefined, 'carrier pigeon', 7, null])('of %j names no channel', (channels) => {
  const terms = channelTerms(createTranslator('en', CATALOGUES.en), 'card', channels as never);
  expect(terms.version).toBe('1');
});
