import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AdminAssets } from '../http/admin/admin-assets.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The dashboard that the build has put beside the server. Where there is none, every file is missing. */
export function readAdminAssets(folder: string | null = findFolder()): AdminAssets {
  const kept = new Map<string, Awaited<ReturnType<AdminAssets['read']>>>();
  return {
    async read(name) {
      const contentType = CONTENT_TYPES[path.extname(name)];
      // Plain names alone: no way leads out of the folder.
      if (folder === null || contentType === undefined || !/^[\w-]+(\/[\w-]+)*(\.[\w-]+)+$/.test(name)) return null;
      const found = kept.get(name);
      if (found !== undefined) return found;
      try {
        const file = { bytes: new Uint8Array(await readFile(path.join(folder, name))), contentType };
        kept.set(name, file);
        return file;
      } catch {
        return null;
      }
    },
  };
}

/** Beside the bundle in the package, one up from a bundler's chunk; in the source, where the build puts it. */
function findFolder(): string | null {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const candidates = ['admin', '../admin', '../../dist/admin'].map((folder) => path.join(here, folder));
  return candidates.find((folder) => existsSync(path.join(folder, 'index.html'))) ?? null;
}
