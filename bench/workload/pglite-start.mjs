// @ts-check
import './end-with-parent.mjs';
import { performance } from 'node:perf_hooks';
import { createApp } from './app.mjs';

const [folder = ''] = process.argv.slice(2);
const app = await createApp(folder);
const startedAt = performance.now();
await app.start();
const startMs = performance.now() - startedAt;
const rssBytes = process.memoryUsage().rss;
await app.close();
console.log(JSON.stringify({ startMs, rssBytes }));
process.exit(0);
