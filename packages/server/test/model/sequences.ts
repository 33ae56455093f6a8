import fc from 'fast-check';
import { command, newRun } from './commands.js';
import type { ModelWorld } from './model-world.js';
import { ReferenceModel } from './reference-model.js';

/**
 * Random sequences of commands, one after another, each on an empty database.
 *
 * @returns how many commands ran.
 * @throws {Error} with the seed and the shortest sequence that breaks a promise.
 */
export async function runSequences(
  world: ModelWorld,
  { runs, maxCommands, seed }: { runs: number; maxCommands: number; seed: number | undefined },
): Promise<number> {
  let steps = 0;
  const sequence = fc.commands([command], { maxCommands, size: 'max' });
  await fc.assert(
    fc.asyncProperty(sequence, async (commands) => {
      await world.begin();
      await fc.asyncModelRun(() => ({ model: new ReferenceModel(), real: newRun(world) }), commands);
      steps += [...commands].length;
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }), verbose: 1 },
  );
  return steps;
}
