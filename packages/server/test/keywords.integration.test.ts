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

describe.each(Object.entries(KEYWORDS))('the keywords of %s, through the whole server', (_locale, { stop, start }) => {
  it('end the session, each of them, and forbid what follows', async () => {
    const deaf: string[] = [];
    for (const word of stop) {
      const phone = nextPhone();
      await world.receive({ from: phone, text: 'hello' });
      await world.receive({ from: phone, text: word });
      if (await isOpen(phone)) deaf.push(word);
    }
    expect(deaf).toEqual([]);
  });

  it('open it again, each of them, after a STOP', async () => {
    const [stopWord = ''] = stop;
    const deaf: string[] = [];
    for (const word of start) {
      const phone = nextPhone();
      await world.receive({ from: phone, text: stopWord, ageSeconds: 60 });
      await world.receive({ from: phone, text: 'hello', ageSeconds: 30 });
      if (await isOpen(phone)) deaf.push(stopWord);
      await world.receive({ from: phone, text: word });
      if (!(await isOpen(phone))) deaf.push(word);
    }
    expect(deaf).toEqual([]);
  });
});
