import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGBOUNCER } from '../../../scripts/debian-parts.mjs';
import { freePort, programFolder, startProgram } from './program.js';

export interface Pgbouncer {
  url: string;
  close(): Promise<void>;
}

/**
 * A pooler in transaction mode before the server of `url`: before that database, or before `*`, each of them.
 *
 * @param options - `connections` of a database for everybody, two by default.
 */
export async function startPgbouncer(
  url: string,
  { database = new URL(url).pathname.slice(1), connections = 2 } = {},
): Promise<Pgbouncer> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = await programFolder('pgbouncer');
  const ownPort = await freePort();
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    [
      '[databases]',
      `${database} = host=${hostname} port=${port}${database === '*' ? '' : ` dbname=${database}`} user=${username} password=${password || 'none'}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${ownPort}`,
      'unix_socket_dir =',
      'pool_mode = transaction',
      'auth_type = any',
      `default_pool_size = ${connections}`,
      'max_client_conn = 2000',
    ].join('\n'),
  );
  const program = await startProgram(PGBOUNCER, [join(folder, 'pgbouncer.ini')], { folder, port: ownPort });
  return { url: `postgres://${username}@127.0.0.1:${ownPort}${pathname}`, close: program.close };
}
