import { describe, expect, it } from 'vitest';
import { drain } from './drain.js';

interface Work {
  group: string;
  number: number;
}

/** So many pieces of due work of each group, taken in their order. */
function createDue(counts: Readonly<Record<string, number>>) {
  const due = Object.entries(counts).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, number) => ({ group, number })),
  );
  const takes: number[] = [];
  return {
    takes,
    groupOf: ({ group }: Work) => group,
    async take(limit: number, full: readonly string[]) {
      const taken = due.filter(({ group }) => !full.includes(group)).slice(0, limit);
      for (const one of taken) due.splice(due.indexOf(one), 1);
      takes.push(taken.length);
      return taken;
    },
  };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
async function settle() {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

describe('a drain', () => {
  it('goes on until nothing is due', async () => {
    const due = createDue({ clinic: 1000 });
    expect(await drain({ ...due, work: turn, atOnce: 8 })).toBe(1000);
  });

  it('goes on where all that is under way ends while it looks for other groups', async () => {
    const due = createDue({ clinic: 100 });
    const ends: (() => void)[] = [];
    const drained = drain({
      ...due,
      atOnce: 8,
      async take(limit, full) {
        const taken = await due.take(limit, full);
        if (full.length > 0) for (const end of ends.splice(0)) end();
        await settle();
        return taken;
      },
      work: ({ number }) => (number > 95 ? turn() : new Promise((resolve) => ends.push(() => resolve(undefined)))),
    });
    expect(await drained).toBe(100);
  });

  it('asks once where nothing is due', async () => {
    const due = createDue({});
    expect(await drain({ ...due, work: async () => undefined, atOnce: 8 })).toBe(0);
    expect(due.takes).toEqual([0]);
  });

  it('takes a free place again while one hangs', async () => {
    const due = createDue({ clinic: 100 });
    let end = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (end = resolve));
    let done = 0;
    const drained = drain({
      ...due,
      atOnce: 8,
      async work({ number }) {
        if (number === 0) await hanging;
        done += 1;
      },
    });
    await settle();
    expect(done).toBe(99);
    end();
    expect(await drained).toBe(100);
  });

  it('looks for what comes due while one hangs', async () => {
    const due = createDue({ slow: 1 });
    const later = createDue({ quick: 3 });
    let isLater = false;
    let end = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (end = resolve));
    const drained = drain({
      groupOf: due.groupOf,
      take: (limit, full) => (isLater ? later : due).take(limit, full),
      atOnce: 8,
      async work({ group, number }) {
        if (group === 'slow') await hanging;
        else if (number === 2) end();
      },
    });
    await settle();
    isLater = true;
    expect(await drained).toBe(4);
  });

  it('leaves places to others where one group hangs', async () => {
    const due = createDue({ slow: 1000, quick: 50 });
    let end = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (end = resolve));
    const begun = { slow: 0, quick: 0 };
    const drained = drain({
      ...due,
      atOnce: 16,
      async work({ group }) {
        begun[group as 'slow' | 'quick'] += 1;
        if (group === 'slow') await hanging;
      },
    });
    await settle();
    expect(begun.quick).toBe(50);
    expect(begun.slow).toBeLessThanOrEqual(12);
    end();
    expect(await drained).toBe(1050);
  });

  it('takes nothing more when the server closes, and ends with what it has begun', async () => {
    const due = createDue({ clinic: 100 });
    const closing = new AbortController();
    let done = 0;
    const work = async () => {
      await turn();
      done += 1;
      if (done === 10) closing.abort();
    };
    const handled = await drain({ ...due, work, atOnce: 8 }, closing.signal);
    expect(handled).toBe(done);
    expect(done).toBe(due.takes.reduce((sum, one) => sum + one, 0));
    expect(done).toBeLessThan(30);
  });
});
