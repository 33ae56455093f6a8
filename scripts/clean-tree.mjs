// @ts-check
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** What git sees beside its last commit: the hash of each such file by its path. @typedef {ReadonlyMap<string, string>} TreeState */

/** Whether this is a checkout; an archive of the sources has no history to compare with. */
export function isCheckout(folder = root) {
  return existsSync(join(folder, '.git'));
}

/**
 * Changed, deleted and new files, those that `.gitignore` names left out.
 *
 * @param {string} [folder] of the checkout
 * @returns {TreeState} empty for a clean tree
 */
export function readTreeState(folder = root) {
  const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames'];
  const entries = execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).split('\0').filter(Boolean);
  // Two letters and a space stand before each path.
  return new Map(entries.map((entry) => [entry.slice(3), hashOf(join(folder, entry.slice(3)))]));
}

/**
 * Files that were written in between.
 *
 * @param {TreeState} before
 * @param {TreeState} after
 * @returns {string[]} their paths, none for a build that leaves the tree as it was
 */
export function changedFiles(before, after) {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** @param {string} path */
function hashOf(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return 'no file';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
