import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../test-world.js';
import { command, newRun } from './commands.js';
import { openModelWorld, type ModelWorld } from './model-world.js';
import { ReferenceModel } from './reference-model.js';

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
  it('the promises hold after every command', { timeout: 3_600_000 }, async () => {
    let steps = 0;
    const seed = process.env['MODEL_SEED'];
    await fc.assert(
      fc.asyncProperty(fc.commands([command], { maxCommands: MAX_COMMANDS, size: 'max' }), async (commands) => {
        await world.begin();
        await fc.asyncModelRun(() => ({ model: new ReferenceModel(), real: newRun(world) }), commands);
        steps += [...commands].length;
      }),
      { numRuns: RUNS, ...(seed !== undefined && { seed: Number(seed) }), verbose: 1 },
    );
    console.log(`${RUNS} sequences, ${steps} commands on ${ENGINE}, 0 violations`);
    const report = process.env['MODEL_REPORT'];
    if (report !== undefined) writeFileSync(report, String(steps));
    expect(steps).toBeGreaterThan(RUNS);
  });
});
