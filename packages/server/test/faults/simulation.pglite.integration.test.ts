import { expect, it } from 'vitest';
import { noteFault } from './note-fault.js';
import { runSimulation } from './simulation.js';

/** `npm run test:faults` asks for 1,000,000. */
const STEPS = Number(process.env['SIMULATION_STEPS'] ?? 3_000);
const SEED = Number(process.env['SIMULATION_SEED'] ?? Math.floor(Date.now() / 1000));
const TIMEOUT = { timeout: 14_400_000, retry: 0 };

it('two servers keep their promises in whatever order their effects happen', TIMEOUT, async () => {
  const { steps, sends, kills, violation } = await runSimulation({ seed: SEED, steps: STEPS });
  console.log(`${steps} effects, ${sends} sends, ${kills} kills, seed ${SEED}`);
  expect(violation, `SIMULATION_SEED=${SEED}`).toBeNull();
  expect(sends).toBeGreaterThan(STEPS / 100);
  noteFault({
    fault: 'effects of two servers in an order of chance, with kills and jumps of the clock',
    tried: `${steps} effects, ${kills} kills`,
    ...{ lost: 0, twice: 0, late: 0, recoveredInMs: null },
  });
});

it('a claim that trusts an earlier look for a STOP is found', TIMEOUT, async () => {
  const { steps, violation } = await runSimulation({ seed: 1, steps: 100_000, plant: 'claim-trusts-load' });
  console.log(`found after ${steps} effects`);
  expect(violation).toContain('claimed after a STOP was acknowledged');
});
