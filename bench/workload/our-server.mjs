// @ts-check
import './end-with-parent.mjs';
import { serve } from '@whatsapp-optin/server/node';
import { callApi, createApp, each } from './app.mjs';

/** Arguments: address of the database, count of organizations, count of opt-ins of the first of them. */
const [databaseUrl = '', organizations = '1', optIns = '0'] = process.argv.slice(2);
const app = await createApp(databaseUrl, { organizations: Number(organizations), isPaced: false });
await app.start();
const { port } = await serve(app, { port: 0, host: '127.0.0.1' });
/** Pre-written messages, each with its code. @type {string[]} */
const messages = [];
await each({ to: Number(optIns), atOnce: 32 }, async (at) => {
  await callApi(app, 'PUT', `/api/tickets/c${at}`, { number: `C${at}` });
  messages.push((await callApi(app, 'POST', '/api/opt-ins', { ticketId: `c${at}` })).message);
});
console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/api/webhooks/meta`, messages }));
