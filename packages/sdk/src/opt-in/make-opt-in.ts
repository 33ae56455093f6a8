import type { ApiClient } from '../api-client.js';
import { OptInError, type OptInErrorCode } from '../contract/errors.js';
import type { CreateOptInRequest, OptInCreated } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';

const ATTEMPTS = 3;
const FIRST_DELAY_MS = 1_000;
const WORTH_ANOTHER_TRY: readonly OptInErrorCode[] = ['NETWORK', 'SERVER_ERROR', 'RATE_LIMITED'];

/**
 * Creates an opt-in, trying again where that can help; every try carries the same key, so that the server makes one.
 *
 * @returns `null` where `signal` was aborted.
 * @throws OptInError of the last try.
 */
export async function makeOptIn(
  { api, platform, signal }: { api: ApiClient; platform: Platform; signal: AbortSignal },
  request: CreateOptInRequest,
  idempotencyKey: string,
): Promise<OptInCreated | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const created = await api.createOptIn(request, { idempotencyKey, signal });
      return signal.aborted ? null : created;
    } catch (error) {
      if (signal.aborted) return null;
      const hopeless = !(error instanceof OptInError) || !WORTH_ANOTHER_TRY.includes(error.code);
      if (hopeless || attempt === ATTEMPTS) throw error;
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
