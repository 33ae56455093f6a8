import { expect, it, vi } from 'vitest';
import { createReplyWorker, type ReplyWorkerParts } from './reply-worker.js';

it('takes no further batch when the server closes', async () => {
  const closing = new AbortController();
  const drop = vi.fn(async () => undefined);
  const takeDue = vi.fn(async (limit: number) => {
    if (takeDue.mock.calls.length === 2) closing.abort();
    return Array.from({ length: limit }, () => ({}));
  });
  const parts = { store: { takeDue, drop }, organizations: { find: async () => null }, accounts: { find: () => null } };
  const worker = createReplyWorker(parts as unknown as ReplyWorkerParts);
  expect(await worker.processDue(closing.signal)).toBe(drop.mock.calls.length);
  expect(takeDue).toHaveBeenCalledTimes(2);
});
