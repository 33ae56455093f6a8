import { describe, expect, it, vi } from 'vitest';
import { awaitDatabase } from './await-database.js';

const REFUSED = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const WRONG_PASSWORD = Object.assign(new Error('password authentication failed'), { code: '28P01' });

/** A database that fails so often, and then answers. */
function setUp(error: Error, failures: number) {
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const query = vi.fn(async () => {
    if (query.mock.calls.length <= failures) throw error;
    return [];
  });
  const closing = new AbortController();
  const wait = (waitSeconds: number) => awaitDatabase({ query }, { waitSeconds, signal: closing.signal, log });
  return { log, query, closing, wait };
}

describe('a start', () => {
  it('waits for a database that is away, and says so once', async () => {
    const { wait, query, log } = setUp(REFUSED, 2);
    await wait(60);
    expect(query).toHaveBeenCalledTimes(3);
    expect(log.warn).toHaveBeenCalledExactlyOnceWith(
      { waitSeconds: 60 },
      expect.stringContaining('nothing listens there'),
    );
  });

  it('fails with the last error when the time is over', async () => {
    await expect(setUp(REFUSED, Infinity).wait(0)).rejects.toBe(REFUSED);
  });

  it('does not wait where a wait helps nothing', async () => {
    const { wait, query } = setUp(WRONG_PASSWORD, Infinity);
    await expect(wait(60)).rejects.toBe(WRONG_PASSWORD);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('ends when the server is closed meanwhile', async () => {
    const { wait, closing } = setUp(REFUSED, Infinity);
    const waiting = wait(60);
    closing.abort(new Error('closed'));
    await expect(waiting).rejects.toThrow();
  });
});
