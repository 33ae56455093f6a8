import { expect, it } from 'vitest';
import { toNextHandlers } from './next.js';

const request = () => new Request('http://localhost/whatsapp/healthz');

it('starts the app once, before the first answer', async () => {
  const calls: string[] = [];
  const { GET, POST } = toNextHandlers({
    start: async () => void calls.push('start'),
    fetch: async ({ method }) => {
      calls.push(method);
      return new Response();
    },
  });
  await GET(request());
  await POST(new Request('http://localhost/', { method: 'POST' }));
  expect(calls).toEqual(['start', 'GET', 'POST']);
});

it('tries again after a start that failed', async () => {
  let tries = 0;
  const { GET } = toNextHandlers({
    start: async () => {
      tries += 1;
      if (tries === 1) throw new Error('The database is away.');
    },
    fetch: async () => new Response('hi'),
  });
  await expect(GET(request())).rejects.toThrow('away');
  expect(await (await GET(request())).text()).toBe('hi');
});

it('makes the app of a function once, however often its module is evaluated', async () => {
  let made = 0;
  const evaluate = () =>
    toNextHandlers(() => {
      made += 1;
      return { fetch: async () => new Response('hi') };
    });
  for (let edit = 0; edit < 20; edit += 1) expect((await evaluate().GET(request())).status).toBe(200);
  expect(made).toBe(1);
});
