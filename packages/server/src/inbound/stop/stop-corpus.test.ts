import { describe, expect, it } from 'vitest';
import { PHRASES, type Phrase } from '../../../test/stop-corpus/all.js';
import { LATER } from '../../../test/stop-corpus/later.js';
import { classifyMessage } from './classify-message.js';

const readsAs = ({ text }: Phrase, locale?: string) => classifyMessage(text, { locale }).kind;

/** With the organization's own language, and without knowing one. */
const SETTINGS: readonly [name: string, locale: (phrase: Phrase) => string | undefined][] = [
  ['the language known', ({ locale }) => locale],
  ['no language known', () => undefined],
];

const PARTS: readonly [name: string, phrases: readonly Phrase[]][] = [
  ['the whole', PHRASES],
  ['the held-out tenth', PHRASES.filter(({ isHeldOut }) => isHeldOut)],
];

describe.each(PARTS)('%s of the corpus', (_part, phrases) => {
  it.each(SETTINGS)('has its recall and false alarms within the bounds, with %s', (_setting, localeOf) => {
    const asked = phrases.filter(({ label }) => label === 'stop');
    const others = phrases.filter(({ label }) => label === 'none');
    const missed = asked.filter((phrase) => readsAs(phrase, localeOf(phrase)) !== 'stop');
    const alarms = others.filter((phrase) => readsAs(phrase, localeOf(phrase)) === 'stop');
    const needlessQuestions = others.filter((phrase) => readsAs(phrase, localeOf(phrase)) === 'unclear');
    expect([missed.length / asked.length <= 0.01, missed.map(({ text }) => text)]).toEqual([true, expect.anything()]);
    expect([alarms.length / others.length <= 0.005, alarms.map(({ text }) => text)]).toEqual([true, expect.anything()]);
    // Each costs a question, and a window that is not renewed.
    expect(needlessQuestions.length / others.length).toBeLessThanOrEqual(0.02);
  });
});

describe('the corpus', () => {
  it('has 1,000 phrases and more, 50 a language, half of them no STOP, and none twice', () => {
    expect(PHRASES.length).toBeGreaterThan(1_000);
    expect(new Set(PHRASES.map(({ text }) => text)).size).toBe(PHRASES.length);
    const locales = [...new Set(PHRASES.map(({ locale }) => locale))];
    expect(locales).toHaveLength(12);
    for (const locale of locales) expect(PHRASES.filter((one) => one.locale === locale).length).toBeGreaterThan(50);
    expect(PHRASES.filter(({ label }) => label !== 'stop').length).toBeGreaterThan(PHRASES.length / 2);
  });

  it('is asked back about most of what is unclear', () => {
    const unclear = PHRASES.filter(({ label }) => label === 'unclear');
    const ignored = unclear.filter((phrase) => readsAs(phrase, phrase.locale) === 'none');
    expect(ignored.length / unclear.length).toBeLessThan(0.1);
  });
});

describe('phrases that were written after the tables', () => {
  const wrongOf = (label: 'stop' | 'none', isWrong: (kind: string) => boolean) =>
    Object.entries(LATER[label]).flatMap(([locale, texts]) =>
      texts.filter((text) => isWrong(classifyMessage(text, { locale }).kind)),
    );

  it('are read as they were meant, but for a few', () => {
    expect(wrongOf('none', (kind) => kind === 'stop')).toEqual([]);
    expect(wrongOf('stop', (kind) => kind !== 'stop').length).toBeLessThanOrEqual(3);
    expect(wrongOf('none', (kind) => kind === 'unclear').length).toBeLessThanOrEqual(10);
  });
});
