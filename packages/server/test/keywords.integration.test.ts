import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYWORDS } from '../src/inbound/keywords.js';
import { openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

let serial = 0;
const nextPhone = (): string => `+96650100${String((serial += 1)).padStart(4, '0')}`;
const isOpen = (phone: string): Promise<boolean> => world.app.sessions.hasActiveSession(phone);

/** Asks about all words at once: each has a person of its own. */
async function deafTo(words: readonly string[], hears: (word: string) => Promise<boolean>): Promise<string[]> {
  const heard = await Promise.all(words.map(hears));
  return words.filter((_, at) => !heard[at]);
}

describe.each(Object.entries(KEYWORDS))('the keywords of %s, through the whole server', (_locale, { stop, start }) => {
  it('end the session, each of them, and forbid what follows', async () => {
    const hears = async (word: string): Promise<boolean> => {
      const phone = nextPhone();
      await world.receive({ from: phone, text: 'hello' });
      await world.receive({ from: phone, text: word });
      return !(await isOpen(phone));
    };
    expect(await deafTo(stop, hears)).toEqual([]);
  });

  it('open it again, each of them, after a STOP', async () => {
    const [stopWord = ''] = stop;
    const hears = async (word: string): Promise<boolean> => {
      const phone = nextPhone();
      await world.receive({ from: phone, text: stopWord, ageSeconds: 60 });
      await world.receive({ from: phone, text: 'hello', ageSeconds: 30 });
      const wasClosed = !(await isOpen(phone));
      await world.receive({ from: phone, text: word });
      return wasClosed && (await isOpen(phone));
    };
    expect(await deafTo(start, hears)).toEqual([]);
  });
});
