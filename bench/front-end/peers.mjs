// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areDependenciesInPlace, npmCommand } from '../../scripts/dependencies.mjs';
import { root, run } from '../../scripts/run.mjs';

/** Folder of the peers. It has a separate lockfile: `npm ci` of the repository installs none of them. */
export const PEERS = join(root, 'bench/peers');

/** Installs the peers where they are not what their lockfile asks for. @throws {Error} where npm cannot */
export async function ensurePeers() {
  const installed = join(PEERS, 'node_modules/.package-lock.json');
  const wanted = readFileSync(join(PEERS, 'package-lock.json'), 'utf8');
  if (areDependenciesInPlace(wanted, existsSync(installed) ? readFileSync(installed, 'utf8') : null)) return;
  console.log('Installing the peers of the benchmark (bench/peers, 450 MB) …');
  const [command, ...args] = npmCommand();
  await run(command, [...args, 'ci'], { cwd: PEERS });
}
