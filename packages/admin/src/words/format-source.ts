import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { StaffSession } from '@whatsapp-optin/sdk/contract';
import { STAFF_KEY } from '../connection/staff-query.js';
import { createFormats, type Formats } from './create-formats.js';

const STAFF_HASH = hashKey(STAFF_KEY);

/** The formats of the page. They change once, when the organization's zone is known. */
export interface FormatSource {
  get(): Formats;
  subscribe(listener: () => void): () => void;
}

/**
 * Days of charts and reports are the organization's own: moments beside them are shown in the same zone.
 *
 * @param timeZone - `undefined`: the organization's, and the browser's until it is known.
 */
export function createFormatSource(locale: string, timeZone: string | undefined, queries: QueryClient): FormatSource {
  let zone = timeZone;
  let formats = createFormats(locale, zone);
  const listeners = new Set<() => void>();
  const cache = queries.getQueryCache();
  const look = () => {
    const found = timeZone ?? queries.getQueryData<StaffSession>(STAFF_KEY)?.organization.timeZone;
    if (found === undefined || found === zone) return;
    zone = found;
    formats = createFormats(locale, zone);
    for (const listen of listeners) listen();
  };
  let release = () => {};
  return {
    get: () => formats,
    subscribe(listener) {
      if (listeners.size === 0) {
        release = cache.subscribe(({ query }) => {
          if (hashKey(query.queryKey as readonly unknown[]) === STAFF_HASH) look();
        });
        look();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) release();
      };
    },
  };
}
