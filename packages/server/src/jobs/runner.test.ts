import { setImmediate as endOfTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createRunner } from './runner.js';

/** Work that ends when the test says so. */
function createWork() {
  const ends: (() => void)[] = [];
  const work = vi.fn((_stopping: AbortSignal) => new Promise<void>((resolve) => ends.push(resolve)));
  return { work, endFirst: () => ends.shift()?.() };
}

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await endOfTurn();
};
const ignore = () => undefined;

describe('a runner', () => {
  it('runs once more for all calls that come during a run', async () => {
    const { work, endFirst } = createWork();
    const runner = createRunner(work, ignore);
    runner.wake();
    await settle();
    runner.wake();
    runner.wake();
    await settle();
    expect(work).toHaveBeenCalledTimes(1);
    endFirst();
    await settle();
    expect(work).toHaveBeenCalledTimes(2);
    endFirst();
    await settle();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('leaves a run under way alone where only an idle one is asked for', async () => {
    const { work, endFirst } = createWork();
    const runner = createRunner(work, ignore);
    runner.runIfIdle();
    await settle();
    runner.runIfIdle();
    endFirst();
    await settle();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('reports an error and runs again at the next call', async () => {
    const onError = vi.fn();
    const work = vi.fn().mockRejectedValueOnce(new Error('the database is away')).mockResolvedValue(undefined);
    const runner = createRunner(work, onError);
    runner.wake();
    await settle();
    runner.wake();
    await settle();
    expect(onError).toHaveBeenCalledTimes(1);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('stops after the run under way, and starts no other', async () => {
    const { work, endFirst } = createWork();
    const runner = createRunner(work, ignore);
    runner.wake();
    await settle();
    runner.wake();
    expect(work.mock.lastCall?.[0].aborted).toBe(false);
    const stopped = runner.stop();
    expect(work.mock.lastCall?.[0].aborted).toBe(true);
    endFirst();
    await stopped;
    runner.wake();
    await settle();
    expect(work).toHaveBeenCalledTimes(1);
  });
});
