import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './test-world.js';

/** Programs of Debian refuse to run as root, or give up its rights themselves. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** A new folder that the program may read and write. */
export async function programFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  await chmod(folder, 0o755);
  if (isRoot) await chown(folder, NOBODY, NOBODY);
  return folder;
}

/** Starts a program of Debian and waits until it listens. `close` ends it at once and removes its folder. */
export async function startProgram(
  program: string,
  args: readonly string[],
  { folder, port }: { folder: string; port: number },
): Promise<{ close(): Promise<void> }> {
  const child = spawn(program, args, { stdio: 'ignore', ...(isRoot && { uid: NOBODY, gid: NOBODY }) });
  const ended = once(child, 'exit');
  await eventually(`${program} to listen`, () => isListening(port));
  return {
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
