import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NGINX } from '../../../scripts/debian-parts.mjs';
import { root } from '../../../scripts/run.mjs';
import { freePort, programFolder, startProgram } from './program.js';

const EXAMPLE = join(root, 'examples/nginx/whatsapp-optin.conf');

/** nginx with the configuration of our documents before two servers; only the ports are those of the test. */
export async function startNginx(ports: readonly [number, number]): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await programFolder('nginx');
  const port = await freePort();
  let example = await readFile(EXAMPLE, 'utf8');
  for (const [written, used] of [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['127.0.0.1:3001', `127.0.0.1:${ports[0]}`],
    ['127.0.0.1:3002', `127.0.0.1:${ports[1]}`],
  ] as const) {
    if (!example.includes(written)) throw new Error(`${EXAMPLE} has no "${written}".`);
    example = example.replace(written, used);
  }
  const main = [
    // One process, which ends with its signal.
    ...['daemon off;', 'master_process off;'],
    `pid ${folder}/nginx.pid;`,
    `error_log ${folder}/error.log;`,
    'events {}',
    'http {',
    'access_log off;',
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`),
    example,
    '}',
  ];
  await writeFile(join(folder, 'nginx.conf'), main.join('\n'));
  const args = ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')];
  const program = await startProgram(NGINX, args, { folder, port });
  return { url: `http://127.0.0.1:${port}`, close: program.close };
}
