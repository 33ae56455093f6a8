import type { Log } from '../log.js';

/**
 * Does one step after another, each whatever became of those before it.
 *
 * @throws {Error} afterwards, naming the steps that failed: the job engine then tries all of them again.
 */
export async function runAll(steps: Readonly<Record<string, () => Promise<unknown>>>, log: Log): Promise<void> {
  const failed: string[] = [];
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
    } catch (error) {
      failed.push(name);
      log.error(
        { step: name, error: error instanceof Error ? error.name : 'unknown' },
        'a step of the clean-up failed',
      );
    }
  }
  if (failed.length > 0) throw new Error(`Failed: ${failed.join(', ')}.`);
}
