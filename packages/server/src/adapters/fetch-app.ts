import type { ConnectionInfo } from '../http/create-http-handler.js';

/** What an adapter serves: `createWhatsAppOptIn(…)` is one. */
export interface FetchApp {
  /** Answers one request. `info` is what the adapter knows about the connection. */
  fetch(request: Request, info?: ConnectionInfo): Promise<Response>;
}
