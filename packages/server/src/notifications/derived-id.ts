import { createHash } from 'node:crypto';
import { parse, v7 as uuidv7 } from 'uuid';

/** A UUIDv7 that is the same whenever it is made of the same parts: what is done again is stored once. */
export function derivedId(timeMs: number, parts: readonly unknown[]): string {
  const random = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  return uuidv7({ msecs: timeMs, seq: random.readUInt32BE(0), random });
}

/** When a UUIDv7 was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Buffer.from(parse(id)).readUIntBE(0, 6);
}
