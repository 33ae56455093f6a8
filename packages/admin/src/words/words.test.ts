import { expect, it } from 'vitest';
import { ar } from './ar.js';
import { createFormats } from './create-formats.js';
import { closestAdminLocale, createWords } from './create-words.js';
import { en } from './en.js';

const VALUE = /\{\{(\w+)\}\}/g;
type Section = Readonly<Record<string, string>>;

function valuesOf(text: string): string[] {
  return [...text.matchAll(VALUE)].flatMap(([, name]) => name ?? []).sort();
}

it('fills the same values in Arabic as in English', () => {
  const wrong = Object.entries(en as Readonly<Record<string, Section>>).flatMap(([section, words]) =>
    Object.entries(words).flatMap(([key, text]) => {
      const arabic = (ar as Readonly<Record<string, Section>>)[section]?.[key] ?? '';
      const isSame = key.endsWith('_one') || valuesOf(arabic).join() === valuesOf(text).join();
      return isSame ? [] : [`${section}.${key}: ${arabic}`];
    }),
  );
  expect(wrong).toEqual([]);
});

it.each([
  [1, 'صف واحد'],
  [2, 'صفّان'],
  [3, '٣ صفوف'],
  [11, '١١ صفًا'],
  [100, '١٠٠ صف'],
])('counts %i rows as Arabic does', (count, text) => {
  const { number } = createFormats('ar', 'UTC');
  expect(createWords('ar').t('table.rows', { count, n: number(count) })).toBe(text);
});

it('writes a host’s own words in place of ours', () => {
  const words = createWords('en', { sessions: { heading: 'Conversations' } });
  expect([words.t('sessions.heading'), words.t('sessions.ticket')]).toEqual(['Conversations', 'Ticket']);
});

it('finds no order in a value', () => {
  const text = createWords('en').t('table.select', { name: '$t(act.save) {{n}} <b>' });
  expect(text).toBe('Select $t(act.save) {{n}} <b>');
});

it.each([
  ['ar-SA', 'ar'],
  ['en-GB', 'en'],
  ['xx', 'en'],
  [undefined, 'en'],
])('speaks to a reader of %s in %s', (tag, locale) => {
  expect(closestAdminLocale(tag)).toBe(locale);
});

it('writes the hour by 24, in the requested zone', () => {
  const at = new Date('2026-11-24T11:05:00Z');
  expect(createFormats('en', 'Asia/Riyadh').time(at)).toBe('14:05');
  expect(createFormats('ar', 'Asia/Riyadh').time(at)).toBe('١٤:٠٥');
});
