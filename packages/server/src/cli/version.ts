import { readFileSync } from 'node:fs';

/** Version of this package. This body runs from source alone: the build replaces it by the version itself. */
export function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
