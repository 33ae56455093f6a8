import { openModelWorld } from './model-world.js';
import { runSequences } from './sequences.js';

/** A process that does nothing else than to run sequences: without a test runner around it a command takes half the time. */
export interface LaneOrder {
  seed: number;
  sequences: number;
  maxCommands: number;
}

export type LaneAnswer = { seed: number; steps: number } | { seed: number; violation: string };

const world = await openModelWorld();

process.on('message', ({ seed, sequences, maxCommands }: LaneOrder) => {
  runSequences(world, { seed, runs: sequences, maxCommands }).then(
    (steps) => process.send?.({ seed, steps } satisfies LaneAnswer),
    (error: unknown) => process.send?.({ seed, violation: describe(error) } satisfies LaneAnswer),
  );
});
// Who ordered is gone, or wants no more.
process.on('disconnect', () => process.exit());

process.send?.('ready');

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${describe(error.cause)}`;
}
