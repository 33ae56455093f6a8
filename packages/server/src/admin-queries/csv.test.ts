import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.js';

const SIGNS = ['=', '+', '-', '@', '|', '%', '\uff1d', '\uff0b', '\uff0d', '\uff20', '\t', '\r', '\n'];
const BEGINNINGS = ['', ' ', '\t', '\u00a0', '\u200b', '\ufeff', '  \u2003'];
const BODIES = ['1+1', 'HYPERLINK("https://evil.example","x")', "cmd|' /C calc'!A0"];

describe('a cell', () => {
  it('never begins a formula, whatever stands before it', () => {
    const payloads = SIGNS.flatMap((sign) => BEGINNINGS.flatMap((begin) => BODIES.map((body) => begin + sign + body)));
    expect(payloads.length).toBeGreaterThan(200);
    for (const payload of payloads)
      expect([payload, csvLine([payload])]).toEqual([payload, expect.stringMatching(/^"?'/)]);
  });

  it.each(['+966500000001', '+12025550100', '+123456789012345'])(
    'that is a phone comes back as it went: %s',
    (phone) => {
      expect(csvLine([phone])).toBe(`${phone}\r\n`);
    },
  );

  it.each(['+1-1', '+1', '+966500000001+1', '+966500000001\n', '+0123456789'])(
    'that only looks like one is text: %j',
    (text) => {
      expect(csvLine([text])).toMatch(/^"?'/);
    },
  );

  it('keeps its text: quotes, commas, lines, Arabic', () => {
    expect(csvLine(['a "b", c\nd', 'سارة', null, true, 3, new Date(0)])).toBe(
      '"a ""b"", c\nd",سارة,,true,3,1970-01-01T00:00:00.000Z\r\n',
    );
  });
});
