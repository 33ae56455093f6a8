import { appendFileSync } from 'node:fs';
import { ENGINE } from '../test-world.js';

/** What one test of a fault has shown; `null`: the test does not look for it. */
export interface FaultSeen {
  fault: string;
  /** What is tried meanwhile, with its number. */
  tried: string;
  lost: number | null;
  twice: number | null;
  late: number | null;
  recoveredInMs: number | null;
}

/** A row of docs/evidence/reliability.md, in the file that `npm run test:faults` reads; elsewhere nothing. */
export function noteFault(seen: FaultSeen): void {
  const file = process.env['FAULTS_SEEN'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ engine: ENGINE, ...seen })}\n`);
}
