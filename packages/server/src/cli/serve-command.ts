import { setTimeout as delay } from 'node:timers/promises';
import { serve } from '../adapters/node.js';
import type { Closing } from '../composition/compose.js';
import { optionsFromEnvironment } from '../config/environment.js';
import { problemResponse } from '../http/problem-response.js';
import type { ProvidersOptions } from '../config/options.js';
import type { WhatsAppOptIn } from '../public-api/public-api.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';

/** How long a request waits for the start before it is refused. */
const START_WAIT_MS = 5_000;
/** Answers under way get this long; what is left of ten seconds closes the database. */
const GRACE_MS = 7_000;
/** Vendors that have not answered by then are given up, so that the rest of the grace records it. */
const GIVE_UP_MS = 4_000;
/** Orchestrators kill after ten seconds and more; ending by oneself says that it was no crash. */
const EXIT_DEADLINE_MS = 9_500;

/** Migrates, and serves until a signal ends it. */
export async function serveCommand(terminal: Terminal): Promise<number> {
  const { server: address, warnings } = optionsFromEnvironment(terminal.env);
  for (const warning of warnings) terminal.err(`Warning: ${warning}`);
  // The port first: a second process on one port ends before it touches the database.
  let app: WhatsAppOptIn | undefined;
  let state: 'starting' | 'serving' | 'closing' = 'starting';
  const start = new AbortController();
  const closing: Closing = { work: new AbortController(), vendors: new AbortController() };
  const server = await serve(
    {
      fetch: async (request, info) => {
        const { pathname } = new URL(request.url);
        // A long migration, or a database that is not there yet, is no reason to end the process.
        if (state === 'starting' && pathname.endsWith('/healthz')) return Response.json({ status: 'ok' });
        if (state === 'closing' && pathname.endsWith('/readyz')) return unavailable(state);
        // A balancer that does not ask /readyz sends requests already: they wait.
        if (state === 'starting' && !pathname.endsWith('/readyz')) {
          await delay(START_WAIT_MS, undefined, { signal: start.signal, ref: false }).catch(() => undefined);
        }
        return app?.fetch(request, info) ?? unavailable('starting');
      },
    },
    address,
  );
  try {
    // Links are made of the port; with PORT=0 it is known only now.
    const { options, source } = optionsFromEnvironment({ ...terminal.env, PORT: String(server.port) });
    // Loaded only here: a wrong setting or port is reported at once, without a database engine.
    const { createWhatsAppOptIn } = await import('../create-whatsapp-optin.js');
    app = createWhatsAppOptIn(options, { source, closing });
    const starting = app.start();
    starting.catch(() => undefined);
    await Promise.race([starting, aborted(terminal.stop)]);
    if (terminal.stop.aborted) {
      terminal.out('whatsapp-optin is closing before it was ready.');
      return EXIT_OK;
    }
    state = 'serving';
    start.abort();
    const local = `${server.url}${options.basePath ?? ''}`;
    terminal.out(
      [
        'whatsapp-optin is ready.',
        `  API      ${local}/api/openapi.json`,
        `  Health   ${local}/readyz`,
        `  Staff    ${local}/admin`,
        ...webhooksOf(options.providers ?? {}).map((path) => `  Webhook  ${options.publicUrl ?? local}${path}`),
      ].join('\n'),
    );
    await aborted(terminal.stop);
    terminal.out('whatsapp-optin is closing.');
    state = 'closing';
    closing.work.abort();
    server.drain();
    await delay(address.shutdownDelayMs);
  } finally {
    start.abort();
    // A start ends with the connection of its statement, and leaves nothing half done.
    const code = state === 'starting' ? EXIT_OK : EXIT_FAILED;
    const deadline = setTimeout(() => process.exit(code), EXIT_DEADLINE_MS);
    const giveUp = setTimeout(() => closing.vendors.abort(), GIVE_UP_MS);
    await server.close(GRACE_MS);
    await app?.close();
    clearTimeout(giveUp);
    clearTimeout(deadline);
  }
  return EXIT_OK;
}

/** What is entered in the panel of the vendor. */
function webhooksOf({ meta, twilio }: ProvidersOptions): string[] {
  if (meta) return ['/api/webhooks/meta'];
  if (twilio) return ['/api/webhooks/twilio/whatsapp'];
  return ['/api/webhooks/ultramsg/inbound?token=<ULTRAMSG_WEBHOOK_TOKEN>'];
}

function unavailable(what: 'starting' | 'closing'): Response {
  return problemResponse('UNAVAILABLE', `The server is ${what}.`);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
