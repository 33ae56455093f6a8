import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAdmission, type Admission, type Entry, type Precedence } from './admission.js';

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** More than are ever let in, beside those that may wait. */
const FLOOD = 2_000;

let admission: Admission;
let refusals: number[];
let probe: () => Promise<unknown>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  refusals = [];
  probe = async () => undefined;
  admission = createAdmission({ probe: () => probe(), first: 64, onRefused: (count) => refusals.push(count) });
});
afterEach(() => {
  admission.close();
  vi.useRealTimers();
});

/** Enters so many requests at once; each is noted with how long it took to be let in, or refused. */
function flood(precedence: Precedence, count = FLOOD) {
  const [letIn, refused]: [{ afterMs: number; entry: Entry }[], number[]] = [[], []];
  const startedAtMs = performance.now();
  for (let at = 0; at < count; at += 1) {
    void admission.enter(precedence).then((entry) => {
      const afterMs = performance.now() - startedAtMs;
      if (entry === null) return refused.push(afterMs);
      entry.onBodyRead();
      return letIn.push({ afterMs, entry });
    });
  }
  return { letIn, refused };
}

const answerAll = ({ letIn }: ReturnType<typeof flood>, isMeasure = true) => {
  for (const { entry } of letIn.splice(0)) entry.leave({ isMeasure });
};

describe('the admission', () => {
  it('refuses at once what has no room to wait, and within half a second what waits in vain', async () => {
    const crowd = flood('first');
    await vi.advanceTimersByTimeAsync(0);
    expect(crowd.letIn.length).toBe(64);
    expect(crowd.refused.length).toBe(FLOOD - 64 - 512);
    await vi.advanceTimersByTimeAsync(499);
    expect(crowd.letIn.length + crowd.refused.length).toBe(FLOOD);
    expect(Math.max(...crowd.refused)).toBeLessThanOrEqual(500);
  });

  it('lets in what customers say before the rest, each in its order', async () => {
    const [before, rest, first] = [flood('first', 64), flood('rest', 10), flood('first', 10)];
    await vi.advanceTimersByTimeAsync(10);
    before.letIn.splice(0, 10).forEach(({ entry }) => entry.leave({ isMeasure: true }));
    await vi.advanceTimersByTimeAsync(0);
    expect([first.letIn.length, rest.letIn.length]).toEqual([10, 0]);
  });

  it('answers probes always', async () => {
    flood('first');
    expect(await admission.enter('exempt')).not.toBeNull();
  });

  it('lets fewer in while all are slow, and as many again when they are quick', async () => {
    /** Customers write every 10 ms, and each answer takes so long. @returns how many were under way at the end */
    const flow = async (takesMs: number, forMs: number) => {
      let underWay = 0;
      const write = async () => {
        const entry = await admission.enter('first');
        if (entry === null) return;
        entry.onBodyRead();
        underWay += 1;
        await delay(takesMs);
        underWay -= 1;
        entry.leave({ isMeasure: true });
      };
      for (let ms = 0; ms < forMs; ms += 10) {
        for (let at = 0; at < 20; at += 1) void write();
        await vi.advanceTimersByTimeAsync(10);
      }
      return underWay;
    };
    expect(await flow(450, 5_000)).toBeLessThan(10);
    expect(await flow(150, 5_000)).toBeGreaterThan(200);
  });

  it('gives the place of a request that waits for a vendor to another', async () => {
    const hanging = flood('rest', 64);
    await vi.advanceTimersByTimeAsync(501);
    const other = flood('rest', 10);
    await vi.advanceTimersByTimeAsync(0);
    expect(other.letIn.length).toBe(10);
    answerAll(hanging);
    answerAll(other);
  });

  it('keeps no place for senders whose bodies do not come, however many there are', async () => {
    for (let round = 0; round < 60; round += 1) {
      for (let at = 0; at < 60; at += 1) void admission.enter('first');
      await vi.advanceTimersByTimeAsync(101);
    }
    const crowd = flood('first', 60);
    await vi.advanceTimersByTimeAsync(0);
    expect(crowd.letIn).toHaveLength(60);
  });

  it('sees a slow database where no request can tell', async () => {
    probe = () => new Promise(() => undefined);
    for (let round = 0; round < 30; round += 1) {
      answerAll(flood('rest', 40), false);
      await vi.advanceTimersByTimeAsync(600);
    }
    const crowd = flood('rest', 64);
    await vi.advanceTimersByTimeAsync(0);
    expect(crowd.letIn.length).toBeLessThan(10);
  });

  it('reports how many it refused', async () => {
    const crowd = flood('first');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(refusals.reduce((sum, count) => sum + count, 0)).toBe(crowd.refused.length);
    expect(crowd.refused.length).toBeGreaterThan(0);
  });
});
