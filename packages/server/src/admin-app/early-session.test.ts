import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startEarlySession } from './early-session.js';

const sent = vi.fn<typeof fetch>();
beforeEach(() => {
  sent.mockImplementation((input, init) =>
    Promise.resolve(new Response(`${init?.method ?? 'GET'} ${typeof input === 'string' ? input : ''}`)),
  );
  vi.stubGlobal('fetch', sent);
});
afterEach(() => {
  vi.unstubAllGlobals();
  sent.mockReset();
});

const SESSION = '/wa/api/admin/session';

it('asks at once, and hands the answer to the first question alone', async () => {
  const request = startEarlySession('/wa');
  expect(sent).toHaveBeenCalledTimes(1);
  expect(await (await request('/wa/api/admin/sessions')).text()).toBe('GET /wa/api/admin/sessions');
  expect(await (await request(SESSION, { method: 'POST' })).text()).toBe(`POST ${SESSION}`);
  expect(sent).toHaveBeenCalledTimes(3);
  expect(await (await request(SESSION)).text()).toBe(`GET ${SESSION}`);
  expect(sent).toHaveBeenCalledTimes(3);
  await request(SESSION);
  expect(sent).toHaveBeenCalledTimes(4);
});

it('leaves the question to the console where the line was dead', async () => {
  sent.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const request = startEarlySession('/wa');
  await Promise.resolve();
  await Promise.resolve();
  expect(await (await request(SESSION)).text()).toBe(`GET ${SESSION}`);
  expect(sent).toHaveBeenCalledTimes(2);
});
