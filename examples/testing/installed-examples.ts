import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../scripts/build.mjs';
import { packRoom } from '../../scripts/pack-room.mjs';
import { ROOMS } from '../../scripts/packages.mjs';
import { root } from '../../scripts/run.mjs';

/** Examples that are programs of a host, each in a folder of its own. */
export const EXAMPLES = ['html', 'kiosk', 'two-organizations', 'vite-express', 'vue', 'svelte', 'next'] as const;
export type Example = (typeof EXAMPLES)[number];

const INSTALL = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
/** What a start leaves behind. */
const LEFT_BEHIND = /[\\/](node_modules|\.next|\.whatsapp-optin|\.tickets|\.svelte-kit|public[\\/]whatsapp-optin.*)$/;

/** The examples outside of the repository, with the packages as a registry would serve them. */
export interface InstalledExamples {
  /** Folder of one. */
  folderOf(example: Example): string;
  /** Deletes everything. */
  remove(): Promise<void>;
}

/**
 * Packs the packages, copies the examples, and installs all of it at once, as one workspace.
 *
 * @throws {Error} where npm cannot install: it reaches its registry, or has all in its cache
 */
export async function installExamples(): Promise<InstalledExamples> {
  await build();
  const host = mkdtempSync(join(realpathSync(tmpdir()), 'whatsapp-optin-examples-'));
  const archives: Record<string, string> = {};
  for (const room of ROOMS) archives[`@whatsapp-optin/${room}`] = `file:${packRoom(room, join(host, 'archives'))}`;
  mkdirSync(join(host, 'examples'));
  for (const example of EXAMPLES)
    cpSync(join(root, 'examples', example), join(host, 'examples', example), {
      recursive: true,
      filter: (path) => !LEFT_BEHIND.test(path),
    });
  const manifest = { private: true, workspaces: ['examples/*'], dependencies: archives };
  writeFileSync(join(host, 'package.json'), JSON.stringify(manifest));
  await promisify(execFile)('npm', INSTALL, { cwd: host, shell: process.platform === 'win32' });
  return {
    folderOf: (example) => join(host, 'examples', example),
    remove: () => rm(host, { recursive: true, force: true, maxRetries: 5 }),
  };
}
