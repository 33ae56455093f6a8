import { describe, expect, it } from 'vitest';
import { createLog } from '../composition/create-log.js';
import { runAll } from './run-all.js';

describe('the steps of a clean-up', () => {
  it('are done in order, whatever became of those before, and the failed ones are named', async () => {
    const done: string[] = [];
    const step = (name: string) => async () => void done.push(name);
    const run = runAll(
      { first: step('first'), second: () => Promise.reject(new Error('away')), third: step('third') },
      createLog({ level: 'silent' }),
    );
    await expect(run).rejects.toThrow('Failed: second.');
    expect(done).toEqual(['first', 'third']);
  });
});
