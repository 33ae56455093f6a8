// @ts-check
import express from 'express';
import { createServer as createVite } from 'vite';
import { toExpressHandler } from '@whatsapp-optin/server/express';
import { createOptIn } from './opt-in.mjs';
import { openTickets } from './tickets.mjs';

const port = Number(process.env.PORT ?? 4000);
const url = `http://localhost:${port}`;
const { optIn, simulator } = await createOptIn({ url, simulatorPort: port + 1 });
const tickets = await openTickets(process.env.TICKETS_DIR ?? './.tickets');

const app = express();
// Before express.json(): a webhook is verified on the bytes as they came.
app.use('/whatsapp', toExpressHandler(optIn));
app.use(express.json());

// The routes that you have already. Two lines join them to whatsapp-optin.
app.post('/tickets', async (_request, response) => {
  const ticket = await tickets.take();
  await optIn.tickets.upsert('default', ticket.id, { number: ticket.number });
  response.status(201).json({ ...ticket, ticketToken: await optIn.tickets.createToken(ticket.id) });
});
app.post('/tickets/:id/call', async (request, response) => {
  await tickets.call(request.params.id);
  const { called } = await optIn.tickets.call(request.params.id);
  response.json({ method: called.method, reason: called.reason });
});

// The page of simulator phones under this origin, so that one address serves all of the example.
app.get('/simulator', (_request, response) => response.json({ links: `${simulator.url}/phone/links.js` }));
const vite = await createVite({ server: { middlewareMode: true, hmr: { port: port + 2 } } });
app.use(vite.middlewares);
const server = app.listen(port, () => console.log(`  Page     ${url}/\n  Staff    ${url}/whatsapp/admin`));

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, async () => {
    server.close();
    server.closeAllConnections();
    await vite.close();
    await optIn.close();
    await simulator.close();
    await tickets.close();
  });
