import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventParser } from './event-stream.js';

const parse = (...chunks: string[]): string[] => {
  const found: string[] = [];
  const feed = createEventParser((data) => found.push(data));
  for (const chunk of chunks) feed(chunk);
  return found;
};

describe('createEventParser', () => {
  it.each([
    ['one event', 'data: {"a":1}\n\n', ['{"a":1}']],
    ['no space after the colon', 'data:x\n\n', ['x']],
    ['two events', 'data: a\n\ndata: b\n\n', ['a', 'b']],
    ['several lines of data', 'data: a\ndata: b\n\n', ['a\nb']],
    ['carriage returns', 'event: status\r\nid: 7\r\ndata: a\r\n\r\n', ['a']],
    ['heartbeats', ': beat\n\n: beat\n\ndata: a\n\n', ['a']],
    ['an event that has not ended', 'data: a\n\ndata: b\n', ['a']],
    ['a field that only begins like data', 'database: a\n\n', []],
  ])('reads %s', (_, text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it('reads the same for every split of the bytes', () => {
    const text = ': beat\r\n\r\ndata: {"state":"waiting"}\r\n\r\ndata: a\ndata: b\n\n';
    const whole = parse(text);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const points = [0, ...cuts.sort((a, b) => a - b), text.length];
        expect(parse(...points.slice(1).map((to, at) => text.slice(points[at], to)))).toEqual(whole);
      }),
    );
  });
});
