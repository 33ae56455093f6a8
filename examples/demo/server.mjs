import { createAdaptorServer } from '@hono/node-server';
import { createWhatsAppOptIn } from '@whatsapp-optin/server';
import { buildPages } from './build.mjs';
import { createClinic } from './clinic.mjs';
import { createCompanionApi } from './companion-api.mjs';
import { bringExamplePeople } from './example-people.mjs';
import { readKeys } from './keys.mjs';
import { createRoutes } from './routes.mjs';
import { CLINIC, readSettings } from './settings.mjs';
import { startSimulator } from './simulator-process.mjs';
import { StartError, portTaken } from './start-error.mjs';

let stopping = false;

/** @type {(() => Promise<void>)[]} in the order in which to undo them, last first */
const undo = [];

async function main() {
  const given = readSettings(process.env);
  const { keys, isNew } = readKeys(given.dataDir);
  const settings = { ...given, keys };
  await buildPages();
  // Built a moment ago.
  const { renderTicketPage } = await import(new URL('dist/render-ticket-page.js', import.meta.url).href);

  /** @type {(request: Request, env: any) => Response | Promise<Response>} */
  let handle = () => new Response('Starting', { status: 503 });
  // The port is taken first: a second start must not touch the database of the first.
  const server = createAdaptorServer({ fetch: (request, env) => handle(request, env) });
  await listen(server, settings);
  undo.push(() => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections?.())));

  const simulator = await startSimulator(settings);
  undo.push(simulator.stop);

  const app = createWhatsAppOptIn(companionOptions(settings, simulator.url));
  await app.start();
  undo.push(() => app.close());

  const api = createCompanionApi({
    fetch: (request) => app.fetch(request),
    baseUrl: settings.publicUrl,
    secretKey: settings.keys.secret,
  });
  const routes = createRoutes({
    settings,
    clinic: createClinic(api, simulator.issuePushSubscription),
    createStaffToken: api.staffToken,
    createTicketToken: (ticketId) => app.tickets.createToken(ticketId),
    simulatorUrl: simulator.url,
    renderTicketPage,
  });
  routes.all('*', (c) => app.fetch(c.req.raw, { remoteAddress: c.env.incoming?.socket.remoteAddress }));
  handle = routes.fetch;

  console.log(`
The demo of ${CLINIC.name} is ready. Nothing leaves this computer.

  Start here            ${settings.publicUrl}/
  Ticket page (React)   ${settings.publicUrl}/ticket
  Ticket page (HTML)    ${settings.publicUrl}/plain
  Staff                 ${settings.publicUrl}/staff
  Phone                 ${settings.publicUrl}/phone
  Dashboard             ${settings.publicUrl}/admin
    its key               ${settings.keys.admin}
  API of the server     ${settings.publicUrl}/api/openapi.json
  In Arabic             ${settings.publicUrl}/?lang=ar

Stop it with Ctrl+C.`);

  // A second start finds those of the first.
  if (settings.hasExamplePeople && isNew) {
    const send = (/** @type {Request} */ request) => app.fetch(request);
    await bringExamplePeople({ api, settings, fetch: send }).catch((error) => {
      if (!stopping) console.error('The example people of the dashboard could not be brought.', error);
    });
  }
}

/**
 * The companion server with its vendors turned to the simulator.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} simulatorUrl
 */
function companionOptions(settings, simulatorUrl) {
  const { keys, ultramsg, twilio } = settings;
  return {
    database: settings.dataDir,
    publicUrl: settings.publicUrl,
    allowedOrigins: [settings.publicUrl, `http://127.0.0.1:${settings.port}`],
    organization: {
      name: CLINIC.name,
      whatsappNumber: CLINIC.number,
      timeZone: CLINIC.timeZone,
      secretKey: keys.secret,
      publishableKey: keys.publishable,
      adminKey: keys.admin,
    },
    providers: { ultramsg: { ...ultramsg, baseUrl: simulatorUrl } },
    sms: {
      enabled: true,
      provider: /** @type {const} */ ('twilio'),
      ...twilio,
      baseUrl: simulatorUrl,
      allowedCountries: [CLINIC.country],
    },
    push: { vapidSubject: 'mailto:push@clinic.example', allowedHosts: [`localhost:${settings.simulatorPort}`] },
    logLevel: /** @type {const} */ ('warn'),
  };
}

/** @param {import('@hono/node-server').ServerType} server @param {import('./settings.mjs').Settings} settings */
function listen(server, { port, host }) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      reject(portTaken(port, '', port + 2));
    });
    server.listen(port, host, () => resolve(undefined));
  });
}

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const step of undo.reverse()) await step().catch((error) => console.error(error));
  process.exit(code);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
try {
  await main();
} catch (error) {
  const isPlain = error instanceof StartError || /** @type {{ code?: string }} */ (error).code === 'FOLDER_IN_USE';
  console.error(isPlain ? /** @type {Error} */ (error).message : error);
  await stop(1);
}
