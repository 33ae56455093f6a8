import type { ApiClient } from '../api-client.js';
import { OptInError, type OptInErrorCode } from '../contract/errors.js';
import type { CreateOptInRequest, OptInCreated } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';

const ATTEMPTS = 3;
const FIRST_DELAY_MS = 1_000;
const PASSING: readonly OptInErrorCode[] = ['NETWORK', 'SERVER_ERROR', 'RATE_LIMITED'];

/** Whether another try may succeed. What is no `OptInError` is a lack of this browser. */
export function isPassing(error: unknown): boolean {
  return error instanceof OptInError && PASSING.includes(error.code);
}

/**
 * Creates an opt-in on the server, and retries if that can help. Every attempt has the same key, so that the server creates one.
 *
 * @param context - `attempts`: how many tries at most. @default 3
 * @returns `null` where `signal` was aborted.
 * @throws OptInError of the last try.
 */
export async function makeOptIn(
  {
    api,
    platform,
    signal,
    attempts = ATTEMPTS,
  }: { api: ApiClient; platform: Platform; signal: AbortSignal; attempts?: number | undefined },
  request: CreateOptInRequest,
  idempotencyKey: string,
): Promise<OptInCreated | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const created = await api.createOptIn(request, { idempotencyKey, signal });
      return signal.aborted ? null : created;
    } catch (error) {
      if (signal.aborted) return null;
      if (!isPassing(error) || attempt === attempts) throw error;
    }
    await pause(platform, FIRST_DELAY_MS * 3 ** (attempt - 1) * (0.5 + platform.random() / 2), signal);
    if (signal.aborted) return null;
  }
}

function pause(platform: Platform, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = platform.setTimer(resolve, delayMs);
    signal.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
