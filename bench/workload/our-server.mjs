// @ts-check
import './end-with-parent.mjs';
import { serve } from '@whatsapp-optin/server/node';
import { createApp } from './app.mjs';

const [databaseUrl = ''] = process.argv.slice(2);
const app = await createApp(databaseUrl);
await app.start();
const { port } = await serve(app, { port: 0, host: '127.0.0.1' });
console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/api/webhooks/meta` }));
