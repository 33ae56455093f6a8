import { createApiClient } from '../api-client.js';
import { errorMessage } from '../contract/error-messages.js';
import { OptInError } from '../contract/errors.js';
import type { Platform } from '../platform.js';
import type { Translator } from '../translator.js';
import { dismissalsAtLoad, isDismissed, readDismissals, ticketKey } from './dismissal.js';
import { staticOffer } from './offer.js';
import { momentOf } from './initial-opt-in.js';
import { INITIAL_CONTEXT, type OptInFacts } from './opt-in-snapshot.js';
import type { OwnOptions } from './own-options.js';

const TEST_SESSION_MS = 86_400_000;

/** Where an opt-in begins: `idle`, the state a test asks for, `declined` as before, or `failed` where the options lead nowhere. */
export function firstFacts(
  options: OwnOptions,
  translator: Translator,
  platform: Pick<Platform, 'now' | 'storage'>,
): OptInFacts {
  const now = platform.now();
  if (options.testState) return testFacts(options.testState, now);
  try {
    if (options.server) createApiClient({ server: options.server });
    else staticOffer(options, translator, null);
  } catch (cause) {
    const error = toOptInError(cause);
    return { ...INITIAL_CONTEXT, state: 'failed', error, reason: error.code };
  }
  const ticket = ticketKey(options);
  const facts = { ...INITIAL_CONTEXT, dismissed: isDismissed(readDismissals(platform), ticket, now) };
  if (!options.askAgain && isDismissed(dismissalsAtLoad(platform), ticket, now)) {
    return { ...facts, state: 'declined', reason: 'skipped' };
  }
  const { optIn } = options;
  return optIn?.id && optIn.clientToken ? { ...facts, optIn, expiresAt: momentOf(optIn.expiresAt) } : facts;
}

function testFacts(state: OptInFacts['state'], now: number): OptInFacts {
  const facts = { ...INITIAL_CONTEXT, state };
  if (state === 'connected') return { ...facts, connectedAt: now, sessionEndsAt: now + TEST_SESSION_MS };
  if (state === 'declined') return { ...facts, reason: 'skipped' };
  if (state !== 'failed') return facts;
  return { ...facts, reason: 'NETWORK', error: new OptInError('NETWORK', errorMessage('NETWORK')) };
}

export function toOptInError(cause: unknown): OptInError {
  return cause instanceof OptInError ? cause : new OptInError('SERVER_ERROR', errorMessage('SERVER_ERROR'), { cause });
}
