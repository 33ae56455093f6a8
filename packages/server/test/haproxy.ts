import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HAPROXY } from '../../../scripts/debian-parts.mjs';
import { freePort, programFolder, startProgram } from './program.js';

/** HAProxy before a primary and its standby: connections go to the standby while the primary is away. */
export async function startHaproxy(ports: {
  primary: number;
  standby: number;
}): Promise<{ port: number; close(): Promise<void> }> {
  const folder = await programFolder('haproxy');
  const port = await freePort();
  const configuration = [
    ...['defaults', 'mode tcp', 'timeout connect 2s', 'timeout client 1h', 'timeout server 1h', 'retries 1'],
    ...['option redispatch', 'listen postgres', `bind 127.0.0.1:${port}`],
    // A primary that died leaves no connection that is held open to it, and never comes back by itself.
    `server primary 127.0.0.1:${ports.primary} check inter 500ms fall 2 rise 100000 on-marked-down shutdown-sessions`,
    `server standby 127.0.0.1:${ports.standby} check inter 500ms backup`,
  ];
  await writeFile(join(folder, 'haproxy.cfg'), `${configuration.join('\n')}\n`);
  const program = await startProgram(HAPROXY, ['-db', '-q', '-f', join(folder, 'haproxy.cfg')], { folder, port });
  return { port, close: program.close };
}
