import type { ConnectionInfo } from '../http/create-http-handler.js';

/** What an adapter serves: `createWhatsAppOptIn(…)` is one. */
export interface FetchApp {
  fetch(request: Request, info?: ConnectionInfo): Promise<Response>;
}
