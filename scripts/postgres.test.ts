import { existsSync } from 'node:fs';
import pg from 'pg';
import { expect, it } from 'vitest';
import { startPostgres } from './postgres.mjs';

it('starts a server that answers on loopback, and leaves nothing behind', async () => {
  const server = await startPostgres();
  const client = new pg.Client(server.url);
  await client.connect();
  const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
  await client.end();
  const folder = rows[0]?.folder ?? '';
  const isThereWhileRunning = server.version !== 'unknown' && folder.includes('whatsapp-optin-postgres-');
  await server.stop();
  expect([isThereWhileRunning, existsSync(folder)]).toEqual([true, false]);
});

it('says in the words of the program why it does not start', async () => {
  await expect(startPostgres({ binDir: '/nowhere' })).rejects.toThrow('/nowhere/initdb');
});
