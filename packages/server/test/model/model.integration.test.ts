import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../test-world.js';
import { openModelWorld, type ModelWorld } from './model-world.js';
import { runSequences } from './sequences.js';

/** 2,000 sequences over both engines, most where they are quick; a second PostgreSQL only repeats some. */
const USUAL_RUNS = ENGINE === 'pglite' ? 300 : process.env['TEST_POSTGRES_BIN'] === undefined ? 1700 : 100;
/** `npm run test:faults` asks for more. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? USUAL_RUNS);
const MAX_COMMANDS = Number(process.env['MODEL_MAX_COMMANDS'] ?? 12);

let world: ModelWorld;
beforeAll(async () => {
  world = await openModelWorld();
});
afterAll(async () => {
  await world?.close();
});

describe('whatever happens in whatever order', () => {
  it('the promises hold after every command', { timeout: 3_600_000, retry: 0 }, async () => {
    const seed = process.env['MODEL_SEED'];
    const steps = await runSequences(world, {
      runs: RUNS,
      maxCommands: MAX_COMMANDS,
      seed: seed === undefined ? undefined : Number(seed),
    });
    console.log(`${RUNS} sequences, ${steps} commands on ${ENGINE}, 0 violations`);
    expect(steps).toBeGreaterThan(RUNS);
  });
});
