import { describe, expect, it } from 'vitest';
import { countSmsSegments } from './sms-segments.js';

describe('countSmsSegments', () => {
  it.each([
    ['', 0],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['م'.repeat(70), 1],
    ['م'.repeat(71), 2],
    ['😊'.repeat(35), 1],
    ['😊'.repeat(36), 2],
  ])('counts a text of %j', (text, segments) => {
    expect(countSmsSegments(text)).toBe(segments);
  });
});
