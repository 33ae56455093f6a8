import type { Platform } from '../platform.js';

const PREFIX = 'whatsapp-optin:open:';
/** With less time left than this, the page gets a fresh code. */
const LEAST_LEFT_MS = 60_000;

/**
 * Lets a reloaded page continue its opt-in. It stores the random idempotency key of the request, for which the server answers
 * with the same opt-in. The key is in the tab's own storage, which no other tab reads and which ends with the tab.
 */
export interface Resumption {
  /** @returns the key of an opt-in that continues; `null` if there is none. */
  key(): string | null;
  /** @param until - milliseconds since 1970 */
  keep(key: string, until: number): void;
  forget(): void;
}

/** @param of - all that makes the request the same one; only its hash is stored. */
export async function createResumption(
  platform: Pick<Platform, 'session' | 'sha256' | 'now'>,
  of: string,
): Promise<Resumption | null> {
  const storage = platform.session?.() ?? null;
  const hash = storage && (await platform.sha256(of));
  if (!storage || !hash) return null;
  const name = PREFIX + hash;
  return {
    key() {
      const [key, until] = (storage.read(name) ?? '').split(' ');
      return key && Number(until) > platform.now() + LEAST_LEFT_MS ? key : null;
    },
    keep: (key, until) => storage.write(name, `${key} ${until}`),
    forget: () => storage.write(name, ''),
  };
}
