import { expect, it } from 'vitest';
import { createHttpHandler } from './create-http-handler.js';
import { createInMemoryWorld } from './testing/in-memory-dependencies.js';

async function detailAt(pathname: string, basePath: string): Promise<string> {
  const { deps } = createInMemoryWorld({ basePath });
  const response = await createHttpHandler(deps)(new Request(`http://localhost${pathname}`));
  expect(response.status).toBe(404);
  return ((await response.json()) as { detail: string }).detail;
}

it.each([
  ['/whatsapp/api/opt-ins', '', "set basePath: '/whatsapp' (BASE_PATH=/whatsapp)."],
  ['/a/b/api/tickets/T1', '', "set basePath: '/a/b' (BASE_PATH=/a/b)."],
  ['/whatsapp/readyz', '/wa', "set basePath: '/whatsapp' (BASE_PATH=/whatsapp)."],
  ['/wa/api/wa/readyz', '/wa', "set basePath: '/wa/api/wa' (BASE_PATH=/wa/api/wa)."],
  ['/api/opt-ins', '/wa', 'The server expects addresses below "/wa", as basePath (BASE_PATH) says'],
])('says at %s what to set, where the base path is "%s"', async (pathname, basePath, advice) => {
  expect(await detailAt(pathname, basePath)).toContain(advice);
});

it.each([
  ['/favicon.ico', ''],
  ['/wa/nothing', '/wa'],
  ['/%22%3E/api/opt-ins', ''],
])('says no more than that nothing is at %s', async (pathname, basePath) => {
  expect(await detailAt(pathname, basePath)).toBe('There is nothing at this address.');
});
