import path from 'node:path';
import type { AdminAssets } from '../http/admin/admin-assets.js';
import { readAdminFiles, type AdminFiles } from './admin-files.js';

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

/** The dashboard as the build has made it, read when somebody opens it first. Where there is none, every file is missing. */
export function readAdminAssets(readFiles: () => Promise<AdminFiles> = readAdminFiles): AdminAssets {
  let files: Promise<AdminFiles> | undefined;
  return {
    async read(name) {
      const contentType = CONTENT_TYPES[path.extname(name)];
      const bytes = (await (files ??= readFiles())).get(name);
      return bytes === undefined || contentType === undefined ? null : { bytes, contentType };
    },
  };
}
