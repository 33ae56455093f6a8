import { serve } from '../adapters/node.js';
import { createWhatsAppOptIn } from '../create-whatsapp-optin.js';
import { optionsFromEnvironment } from '../environment.js';
import { EXIT_OK, type Terminal } from './terminal.js';

/** Answers under way get this long; what is left of ten seconds closes the database. */
const GRACE_MS = 7_000;
/** Orchestrators kill after ten seconds and more; ending by oneself says that it was no crash. */
const EXIT_DEADLINE_MS = 9_500;

/** Migrates, serves, and ends when it is told to. */
export async function serveCommand(terminal: Terminal): Promise<number> {
  const { options, server: address, warnings } = optionsFromEnvironment(terminal.env);
  for (const warning of warnings) terminal.err(`Warning: ${warning}`);
  const app = createWhatsAppOptIn(options);
  // The port first: a second process on one port ends before it touches the database. Until `start` the app answers 503.
  const server = await serve(app, address);
  try {
    await app.start();
    const local = `${server.url}${options.basePath ?? ''}`;
    terminal.out(
      [
        'whatsapp-optin is ready.',
        `  API      ${local}/api/openapi.json`,
        `  Health   ${local}/readyz`,
        `  Webhook  ${options.publicUrl ?? local}/api/webhooks/ultramsg/inbound?token=<ULTRAMSG_WEBHOOK_TOKEN>`,
      ].join('\n'),
    );
    await aborted(terminal.stop);
    terminal.out('whatsapp-optin is closing.');
  } finally {
    const deadline = setTimeout(() => process.exit(1), EXIT_DEADLINE_MS);
    await server.close(GRACE_MS);
    await app.close();
    clearTimeout(deadline);
  }
  return EXIT_OK;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
