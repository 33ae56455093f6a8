import { describe, expect, it } from 'vitest';
import { TooMuchToReadError } from '../admin-queries/too-much-to-read.js';
import type { Database } from './database.js';
import { createReplicaReads, OWN_WRITES_MS, REPLICA_REST_MS } from './replica-reads.js';

const READ = 'SELECT name FROM organizations WHERE id = $1::text';

/** Answers each statement with its own name, or fails. */
function named(name: string) {
  const fake = { failure: null as Error | null, asked: 0 };
  const query = async () => {
    fake.asked += 1;
    if (fake.failure) throw fake.failure;
    return [{ name }];
  };
  return Object.assign(fake, { database: { query } as unknown as Database });
}

function open() {
  const [primary, replica] = [named('primary'), named('replica')];
  const lines: string[] = [];
  const note = (_fields: object, line: string) => void lines.push(line);
  const clock = { ms: 1_000_000 };
  const log = { debug: note, info: note, warn: note, error: note };
  const reads = createReplicaReads({ database: replica.database, log, now: () => clock.ms });
  const lists = reads.inPlaceOf(primary.database);
  const read = async (organizationId = 'clinic') => (await lists.query(READ, [organizationId]))[0]?.['name'];
  return { primary, replica, lines, clock, reads, read };
}

describe('reads of staff', () => {
  it('go to the replica', async () => {
    expect(await open().read()).toBe('replica');
  });

  it('go to the primary while the replica fails, and one line says so', async () => {
    const { replica, lines, clock, read } = open();
    replica.failure = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    expect([await read(), await read()]).toEqual(['primary', 'primary']);
    expect(replica.asked).toBe(1);
    clock.ms += REPLICA_REST_MS;
    expect(await read()).toBe('primary');
    expect(lines).toEqual([expect.stringContaining('the read replica fails')]);
    replica.failure = null;
    clock.ms += REPLICA_REST_MS;
    expect(await read()).toBe('replica');
    expect(lines.at(-1)).toBe('the read replica answers again');
  });

  it('go to the primary after an own change, for that organization alone', async () => {
    const { clock, reads, read } = open();
    reads.noteWrite('clinic');
    expect([await read('clinic'), await read('bakery')]).toEqual(['primary', 'replica']);
    clock.ms += OWN_WRITES_MS;
    expect(await read('clinic')).toBe('replica');
  });

  it('that are too much are not asked twice', async () => {
    const { primary, replica, read } = open();
    replica.failure = new TooMuchToReadError('More than 5000 ms.');
    await expect(read()).rejects.toBe(replica.failure);
    expect(primary.asked).toBe(0);
  });
});
