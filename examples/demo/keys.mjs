import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.mjs';

/** @typedef {{ secret: string, publishable: string, admin: string }} Keys */

/**
 * The keys of the database in this folder, made with it: its secrets are sealed by them.
 *
 * @param {string} dataDir
 * @returns {Keys}
 * @throws {StartError} where the folder has a database and no keys
 */
export function readKeys(dataDir) {
  const file = join(dataDir, 'demo-keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(join(dataDir, 'data'))) {
    throw new StartError(
      `The database in ${dataDir} is not of this demo: ${file} is missing. Delete the folder for a new demo, or choose another: DATA_DIR=… npm start`,
    );
  }
  const keys = { secret: makeKey('sk_'), publishable: makeKey('pk_'), admin: makeKey('ak_') };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** @param {string} prefix */
export function makeKey(prefix) {
  return prefix + randomBytes(24).toString('base64url');
}
