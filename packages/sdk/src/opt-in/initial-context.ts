import { createApiClient } from '../api-client.js';
import { errorMessage } from '../contract/error-messages.js';
import { OptInError } from '../contract/errors.js';
import type { Platform } from '../platform.js';
import type { Translator } from '../translator.js';
import { dismissalsAtLoad, isDismissed, readDismissals, ticketKey } from './dismissal.js';
import { staticOffer } from './offer.js';
import { momentOf } from './initial-opt-in.js';
import { INITIAL_CONTEXT, type OptInContext } from './opt-in-snapshot.js';
import type { OwnOptions } from './own-options.js';

const TEST_SESSION_MS = 86_400_000;

/** The context of a new opt-in: `idle`, the `testState`, `declined` after an earlier "no", or `failed` if the options are unusable. */
export function initialContext(
  options: OwnOptions,
  translator: Translator,
  platform: Pick<Platform, 'now' | 'storage'>,
): OptInContext {
  const now = platform.now();
  if (options.testState) return testContext(options.testState, now);
  try {
    if (options.server) createApiClient({ server: options.server });
    else staticOffer(options, translator, null);
  } catch (cause) {
    const error = toOptInError(cause);
    return { ...INITIAL_CONTEXT, state: 'failed', error, reason: error.code };
  }
  const ticket = ticketKey(options);
  const context = { ...INITIAL_CONTEXT, dismissed: isDismissed(readDismissals(platform), ticket, now) };
  if (!options.askAgain && isDismissed(dismissalsAtLoad(platform), ticket, now)) {
    return { ...context, state: 'declined', reason: 'skipped' };
  }
  const { optIn } = options;
  return optIn?.id && optIn.clientToken ? { ...context, optIn, expiresAt: momentOf(optIn.expiresAt) } : context;
}

function testContext(state: OptInContext['state'], now: number): OptInContext {
  const context = { ...INITIAL_CONTEXT, state };
  if (state === 'connected') return { ...context, connectedAt: now, sessionEndsAt: now + TEST_SESSION_MS };
  if (state === 'declined') return { ...context, reason: 'skipped' };
  if (state !== 'failed') return context;
  return { ...context, reason: 'NETWORK', error: new OptInError('NETWORK', errorMessage('NETWORK')) };
}

export function toOptInError(cause: unknown): OptInError {
  return cause instanceof OptInError ? cause : new OptInError('SERVER_ERROR', errorMessage('SERVER_ERROR'), { cause });
}
