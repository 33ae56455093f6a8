// Packs the data folder of a migrated, empty embedded database, so that a first start needs no initdb.
// Usage: node packages/server/scripts/pack-snapshot.mjs (after the bundles are built).
import { writeFile } from 'node:fs/promises';
import { packPgliteSnapshot } from '../dist/pack-snapshot.js';

const file = new URL('../dist/pglite-snapshot.tar.gz', import.meta.url);
const bytes = await packPgliteSnapshot();
await writeFile(file, bytes);
console.log(`pglite-snapshot.tar.gz: ${(bytes.byteLength / 1e6).toFixed(1)} MB`);
