import { describe, expect, it } from 'vitest';
import { readOpinion } from './message-reaction.js';

describe('an emoji', () => {
  it.each<[unknown, 'up' | 'down' | null]>([
    ['👍', 'up'],
    ['👍🏿', 'up'],
    ['👍️', 'up'],
    ['👎', 'down'],
    ['👎🏻', 'down'],
    ['❤️', null],
    ['👍👎', null],
    ['', null],
    [undefined, null],
    [{ emoji: '👍' }, null],
  ])('%j says %j', (emoji, opinion) => {
    expect(readOpinion(emoji)).toBe(opinion);
  });
});
