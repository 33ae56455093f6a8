import pg from 'pg';
import type { Log } from '../log.js';

const RETRY_MS = 1_000;
/** A connection that nobody speaks on may be dead for hours without a sign. */
const HEARTBEAT_INTERVAL_MS = 15_000;
const HEARTBEAT_TIMEOUT_MS = 5_000;

/**
 * Listens to `NOTIFY channel` on a separate connection, and reconnects after every loss.
 *
 * @returns the function that stops it
 */
export async function listenForEver(
  input: { url: string; log: Log },
  channel: string,
  onPayload: (payload: string) => void,
): Promise<() => Promise<void>> {
  let isStopped = false;
  let client: pg.Client | null = null;
  let retryTimer: NodeJS.Timeout | undefined;

  const retry = (): void => {
    client = null;
    if (isStopped) return;
    retryTimer = setTimeout(() => void connect().catch(retry), RETRY_MS);
    retryTimer.unref();
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: input.url,
      application_name: 'whatsapp-optin-listen',
      connectionTimeoutMillis: HEARTBEAT_TIMEOUT_MS,
      query_timeout: HEARTBEAT_TIMEOUT_MS,
      keepAlive: true,
    });
    next.on('error', (error) => input.log.warn({ error: error.message }, 'the listening connection was lost'));
    next.on('end', () => {
      if (client === next) retry();
    });
    next.on('notification', (message) => onPayload(message.payload ?? ''));
    await next.connect();
    if (isStopped) return void next.end();
    client = next;
    await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  };
  const heartbeat = setInterval(() => {
    const asked = client;
    asked?.query('SELECT 1').catch(() => {
      if (client !== asked) return;
      void asked.end().catch(() => undefined);
      retry();
    });
  }, HEARTBEAT_INTERVAL_MS);
  heartbeat.unref();

  await connect();
  return async () => {
    isStopped = true;
    clearInterval(heartbeat);
    clearTimeout(retryTimer);
    const last = client;
    client = null;
    await last?.end().catch(() => undefined);
  };
}
