import { expect, it, vi } from 'vitest';
import { AdminError } from './admin-error.js';
import { createAdminApi } from './admin-api.js';
import { adminPaths } from './admin-paths.js';

function apiOver(answer: () => Response, options: { token?: string } = {}) {
  const request = vi.fn<typeof fetch>(async () => answer());
  const readCsrfToken = vi.fn(async () => 'csrf-1');
  const api = createAdminApi({ server: 'https://x.example/', token: options.token, readCsrfToken, fetch: request });
  const sent = () => new Headers(request.mock.calls[0]?.[1]?.headers);
  return { api, request, readCsrfToken, sent };
}

it('proves a change by the cookie’s own token, and a reading by nothing', async () => {
  const change = apiOver(() => new Response(null, { status: 204 }));
  await change.api.send('POST', adminPaths.inboundSeen, { ids: [] });
  expect(change.sent().get('X-CSRF-Token')).toBe('csrf-1');
  const reading = apiOver(() => Response.json({}));
  await reading.api.get(adminPaths.sms);
  expect(reading.sent().has('X-CSRF-Token')).toBe(false);
});

it('asks for no such token before there is a sign-in', async () => {
  const { api, readCsrfToken } = apiOver(() => Response.json({}));
  await api.send('POST', adminPaths.staffSession, { key: 'ak_example' });
  expect(readCsrfToken).not.toHaveBeenCalled();
});

it('sends a token as Bearer, and then no cookie', async () => {
  const { api, request, sent } = apiOver(() => Response.json({}), { token: 'st_example' });
  await api.get(adminPaths.sessions, { search: '', status: 'active', unseen: false, limit: 20 });
  expect(request.mock.calls[0]?.[0]).toBe('https://x.example/api/admin/sessions?status=active&limit=20');
  expect(sent().get('Authorization')).toBe('Bearer st_example');
  expect(request.mock.calls[0]?.[1]?.credentials).toBe('omit');
});

it('names the wrong fields of a problem', async () => {
  const problem = { status: 422, code: 'UNPROCESSABLE', detail: 'is wrong.', field: 'dailyLimit' };
  const { api } = apiOver(() => Response.json(problem, { status: 422 }));
  const error = await api.get(adminPaths.sms).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AdminError);
  expect((error as AdminError).fields).toEqual([{ field: 'dailyLimit', message: 'is wrong.' }]);
});

it('distinguishes a broken network from an answer', async () => {
  const api = createAdminApi({
    server: '',
    token: 'st_example',
    readCsrfToken: async () => null,
    fetch: () => Promise.reject(new TypeError('refused')),
  });
  await expect(api.get(adminPaths.sms)).rejects.toMatchObject({ status: 0, code: 'NETWORK' });
});
