import { describe, expect, it } from 'vitest';
import type { SuppressionKind, SuppressionLine } from './journal-line.js';
import { replayJournal } from './replay-journal.js';

const hashName = (_organization: string, name: string) => Buffer.from(name);
const hex = (name: string) => Buffer.from(name).toString('hex');

let position = 0;
const line = (turn: number, kind: SuppressionKind, ...names: string[]): SuppressionLine => ({
  ...{ position: (position += 1), at: '2026-11-30T00:00:00.000Z', organization: 'clinic' },
  ...{ turn, kind, names: names.map(hex) },
});

/** Sara is known as a contact, Nour by a ticket alone. */
async function replay(...lines: SuppressionLine[]) {
  const acts: string[] = [];
  const done = await replayJournal('clinic', lines, {
    hashName,
    erase: async (_organization, who) => {
      acts.push(`erase ${'contactId' in who ? who.contactId : who.phone}`);
      return true;
    },
    store: {
      async *names() {
        yield [{ name: '+1', contactId: 'sara' }];
        yield [
          { name: '+1', contactId: null },
          { name: '+2', contactId: null },
        ];
      },
      stop: async (_organization, contactId) => acts.push(`stop ${contactId}`) > 0,
      block: async (_organization, hashes) => {
        for (const hash of hashes) acts.push(`block ${Buffer.from(hash).toString()}`);
      },
    },
  });
  return { acts, done };
}

describe('a replay', () => {
  it.each<[string, SuppressionLine[], string[]]>([
    ['a STOP', [line(1, 'stop', '+1')], ['stop sara']],
    ['a STOP that a START takes back', [line(1, 'stop', '+1'), line(2, 'start', '+1')], []],
    ['the same in the order of two processes', [line(4, 'start', '+1'), line(3, 'stop', '+1')], []],
    ['a STOP after a START', [line(1, 'start', '+1'), line(2, 'stop', '+1')], ['stop sara']],
    ['a STOP of nobody known', [line(1, 'stop', '+9')], ['block +9']],
    ['a STOP of a phone on a ticket', [line(1, 'stop', '+2')], ['block +2']],
    ['an erasure', [line(1, 'erase', '+1')], ['erase sara', 'block +1']],
    ['an erasure of a phone on a ticket', [line(1, 'erase', '+2')], ['erase +2', 'block +2']],
    ['an erasure of nobody known', [line(1, 'erase', '+9')], ['block +9']],
    ['an erasure after a STOP', [line(1, 'stop', '+1'), line(2, 'erase', '+1')], ['erase sara', 'block +1']],
    ['no line', [], []],
  ])('of %s', async (_name, lines, acts) => {
    expect((await replay(...lines)).acts).toEqual(acts);
  });

  it('counts by person', async () => {
    const { done } = await replay(line(1, 'stop', '+1'), line(2, 'erase', '+2'), line(3, 'stop', '+9'));
    expect(done).toEqual({ stopped: 1, erased: 1, blocked: 1 });
  });
});
