import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOptInCode, formatOptInCode, parseOptInCode } from './opt-in-code.js';

/** Codes from a seeded source, so that a failing run can be repeated. */
const code = fc
  .infiniteStream(fc.integer({ min: 0, max: 255 }))
  .map((bytes) => createOptInCode((n) => Uint8Array.from({ length: n }, () => Number(bytes.next().value))));

const inDigits = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

describe('createOptInCode', () => {
  it('makes three groups of four symbols without I, L, O and U', () => {
    for (let n = 0; n < 500; n += 1) {
      expect(createOptInCode(randomBytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    }
  });

  it('uses every symbol about equally often', () => {
    const seen = new Map<string, number>();
    for (let n = 0; n < 3_000; n += 1) {
      for (const symbol of createOptInCode(randomBytes).replaceAll('-', ''))
        seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
    }
    expect(seen.size).toBe(32);
    expect(Math.max(...seen.values()) / Math.min(...seen.values())).toBeLessThan(2);
  });

  it('does not repeat itself', () => {
    expect(new Set(Array.from({ length: 2_000 }, () => createOptInCode(randomBytes))).size).toBe(2_000);
  });

  it.each([
    ['zeros', (n: number) => new Uint8Array(n)],
    ['nothing', () => new Uint8Array(0)],
  ])('refuses a source that gives %s', (_, source) => {
    expect(() => createOptInCode(source)).toThrow(RangeError);
  });
});

describe('parseOptInCode', () => {
  const typed: [string, (code: string) => string][] = [
    ['as it is', (c) => c],
    ['in lower case', (c) => c.toLowerCase()],
    ['without hyphens', (c) => c.replaceAll('-', '')],
    ['with one hyphen lost', (c) => c.replace('-', '')],
    ['with spaces for hyphens, announced', (c) => `ref: ${c.replaceAll('-', ' ')}`],
    ['with spaces for hyphens, alone', (c) => `  ${c.replaceAll('-', ' ')}. `],
    ['with long dashes', (c) => c.replaceAll('-', '—')],
    ['with hyphens that do not break', (c) => c.replaceAll('-', '\u2011')],
    ['with spaces around the hyphens', (c) => c.replaceAll('-', ' - ')],
    ['with O for 0 and I or l for 1', (c) => c.replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l')],
    ['in Arabic-Indic digits', inDigits(0x0660)],
    ['in Persian digits', inDigits(0x06f0)],
    ['in Devanagari digits', inDigits(0x0966)],
    ['in Bengali digits', inDigits(0x09e6)],
    ['in full-width digits', inDigits(0xff10)],
    ['between bidi marks', (c) => `\u2066${c}\u2069`],
    ['with a zero-width space inside', (c) => `${c.slice(0, 3)}\u200b${c.slice(3)}`],
    ['in bold', (c) => `*${c}*`],
    ['quoted over two lines', (c) => `> Hi, ticket A001 (ref: ${c.slice(0, 5)}\n> ${c.slice(5)})\nthanks`],
    ['with text around', (c) => `hello there ${c} my ticket is A001, call +966 50 000 0000`],
    ['glued to Arabic', (c) => `الرمز${c}شكرا`],
    ['after another word for it', (c) => `my code is ${c.replaceAll('-', ' ')}`],
    ['after a ticket number', (c) => `A001 A002 A003 ${c}`],
  ];
  it.each(typed)('finds a code %s', (_, write) => {
    fc.assert(
      fc.property(code, (made) => {
        expect(parseOptInCode(write(made))).toBe(made);
      }),
    );
  });

  it('finds an announced code in any text', () => {
    fc.assert(
      fc.property(
        code,
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ maxLength: 200 }),
        (made, before, after) => {
          expect(parseOptInCode(`${before} (ref: ${made}) ${after}`)).toBe(made);
        },
      ),
    );
  });

  it('sees every wrong symbol', () => {
    fc.assert(
      fc.property(code, fc.nat(11), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (made, at, symbol) => {
        const symbols = made.replaceAll('-', '');
        fc.pre(symbols[at] !== symbol);
        expect(parseOptInCode(symbols.slice(0, at) + symbol + symbols.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('sees two symbols that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(10), (made, at) => {
        const symbols = [...made.replaceAll('-', '')];
        const [one, two] = [symbols[at] ?? '', symbols[at + 1] ?? ''];
        fc.pre(one !== two);
        symbols.splice(at, 2, two, one);
        expect(parseOptInCode(symbols.join(''))).toBeNull();
      }),
    );
  });

  it('finds none in words', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,14}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom(' ', '-', ', '), (words, gap) => {
        expect(parseOptInCode(words.join(gap))).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds none in phone numbers, in any grouping', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', ' (', ') ');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^\d{1,12}$/), gap), { maxLength: 6 }), (pieces) => {
        expect(parseOptInCode(`+${pieces.flat().join('')}`)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds none in lists of ticket numbers', () => {
    const ticket = fc.stringMatching(/^[A-Z]{1,3}-?\d{1,9}$/);
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 8 }), fc.constantFrom(' ', '-', ' - ', '\n'), (tickets, gap) => {
        expect(parseOptInCode(`tickets ${tickets.join(gap)}`)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds none in a UUID', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(parseOptInCode(`order ${uuid}`)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([undefined, null, 42, {}, ''])('finds none in %s', (value) => {
    expect(parseOptInCode(value as string)).toBeNull();
  });

  it('reads no further than two messages go', () => {
    expect(parseOptInCode(' '.repeat(9_000) + createOptInCode(randomBytes))).toBeNull();
  });
});

describe('formatOptInCode', () => {
  it('gives the one form of a code, however it was typed', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(formatOptInCode(made.toLowerCase().replaceAll('-', ''))).toBe(made);
      }),
    );
  });

  it('groups a text that is no code by four', () => {
    expect(formatOptInCode('abcd efgh')).toBe('ABCD-EFGH');
  });
});
