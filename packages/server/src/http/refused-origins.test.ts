import { expect, it } from 'vitest';
import { createHttpHandler } from './create-http-handler.js';
import { ALLOWED_ORIGIN, createInMemoryWorld } from './testing/in-memory-dependencies.js';

function setUp() {
  const { deps, logLines } = createInMemoryWorld();
  const handle = createHttpHandler(deps);
  const ask = (origin: string) =>
    handle(
      new Request('http://localhost/api/opt-ins', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      }),
    );
  return { ask, refusals: () => logLines.filter((line) => line.includes('ALLOWED_ORIGINS')) };
}

it('names a refused origin once, with the remedy', async () => {
  const { ask, refusals } = setUp();
  for (const origin of ['http://localhost:5511', 'http://localhost:5511', ALLOWED_ORIGIN]) await ask(origin);
  expect(refusals()).toEqual([expect.stringContaining('http://localhost:5511')]);
});

it('names at most twenty, and none that no browser writes', async () => {
  const { ask, refusals } = setUp();
  for (const text of ['null', 'call +966500000000 now', 'https://a b']) await ask(text);
  expect(refusals()).toEqual([]);
  for (let at = 0; at < 30; at += 1) await ask(`https://shop-${at}.example`);
  expect(refusals()).toHaveLength(20);
});
