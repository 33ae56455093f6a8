import type { FetchApp } from './fetch-app.js';
import { sharedWhatsAppOptIn } from '../shared-app.js';

export type { FetchApp };

/** An app that is started by the first request: a route file of Next has no place to await `start()` in. */
export interface NextApp extends FetchApp {
  /** Awaited before the first answer; tried again by the next request after a failure. */
  start?(): Promise<void>;
}

/** Handler of one method in a route file. */
export type NextHandler = (request: Request) => Promise<Response>;

/** Of the app that a function makes: an app by `sharedWhatsAppOptIn` has a key of its own. */
const KEY = 'next';

/**
 * For a catch-all route, `app/whatsapp/[...path]/route.ts`, with `basePath: '/whatsapp'` in the options:
 * `export const { GET, POST, PUT, DELETE, OPTIONS, HEAD } = toNextHandlers(app);`
 *
 * Next evaluates the file again after each edit. Pass a function, or an app of `sharedWhatsAppOptIn`, so that one engine remains.
 *
 * @param given - the app, or a function that makes it; of a process, it is called once.
 * Next does not pass the caller's address; set `trustedProxies` to limit by address.
 */
export function toNextHandlers(
  given: NextApp | (() => NextApp),
): Record<'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD', NextHandler> {
  let started: Promise<void> | undefined;
  const handle: NextHandler = async (request) => {
    const app = typeof given === 'function' ? sharedWhatsAppOptIn(given, KEY) : given;
    started ??= app.start?.();
    try {
      await started;
    } catch (error) {
      // The next request tries again.
      started = undefined;
      throw error;
    }
    return app.fetch(request);
  };
  return { GET: handle, POST: handle, PUT: handle, DELETE: handle, OPTIONS: handle, HEAD: handle };
}
