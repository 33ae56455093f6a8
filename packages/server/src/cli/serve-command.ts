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

export interface ServeForm {
  /** Each message on stdout is one line of JSON. */
  json?: true | undefined;
  /** What stands below the addresses. */
  also?: Readonly<Record<string, string>>;
}

/** Migrates, and serves until a signal ends it. */
export async function serveCommand(terminal: Terminal, { json, also = {} }: ServeForm = {}): Promise<number> {
  const { server: address, warnings } = optionsFromEnvironment(terminal.env);
  for (const warning of warnings) terminal.err(`Warning: ${warning}`);
  const say = (status: string, text: string, addresses: Readonly<Record<string, string>> = {}): void => {
    const lines = Object.entries(addresses).map(([name, address]) => `  ${label(name)} ${address}`);
    terminal.out(json ? JSON.stringify({ status, ...addresses }) : [text, ...lines].join('\n'));
  };
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
      say('closing', 'whatsapp-optin is closing before it was ready.');
      return EXIT_OK;
    }
    state = 'serving';
    start.abort();
    const local = `${server.url}${options.basePath ?? ''}`;
    const addresses = {
      api: `${local}/api/openapi.json`,
      health: `${local}/readyz`,
      staff: `${local}/admin`,
      webhook: `${options.publicUrl ?? local}${webhookOf(options.providers ?? {})}`,
      ...also,
    };
    say('ready', 'whatsapp-optin is ready.', addresses);
    await aborted(terminal.stop);
    say('closing', 'whatsapp-optin is closing.');
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
function webhookOf({ meta, twilio }: ProvidersOptions): string {
  if (meta) return '/api/webhooks/meta';
  if (twilio) return '/api/webhooks/twilio/whatsapp';
  return '/api/webhooks/ultramsg/inbound?token=<ULTRAMSG_WEBHOOK_TOKEN>';
}

const LABELS: Readonly<Record<string, string>> = { api: 'API' };
const LABEL_WIDTH = 8;

function label(name: string): string {
  return (LABELS[name] ?? name.charAt(0).toUpperCase() + name.slice(1)).padEnd(LABEL_WIDTH);
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
