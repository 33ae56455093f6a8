import { createApiClient } from '../api-client.js';
import { OptInError, errorMessage } from '../contract/errors.js';
import type { Platform } from '../platform.js';
import type { Translator } from '../translator.js';
import type { OptInOptions } from './opt-in.js';
import { staticOffer } from './opt-in-settings.js';
import type { OptInFacts } from './opt-in-snapshot.js';

const TEST_SESSION_MS = 86_400_000;

/** Where an opt-in begins: `idle`, the state a test asks for, or `failed` where the options cannot lead anywhere. */
export function firstFacts(options: OptInOptions, translator: Translator, platform: Platform): OptInFacts {
  const facts: OptInFacts = {
    state: 'idle',
    reason: null,
    error: null,
    optIn: null,
    expiresAt: null,
    sessionEndsAt: null,
    sessionEnded: false,
  };
  if (options.testState) return testFacts(facts, options.testState, platform.now());
  try {
    if (options.server) createApiClient({ server: options.server });
    else staticOffer(options, translator, null);
  } catch (cause) {
    const error = toOptInError(cause);
    return { ...facts, state: 'failed', error, reason: error.code };
  }
  const { optIn } = options;
  return optIn?.id && optIn.clientToken ? { ...facts, optIn, expiresAt: momentOf(optIn.expiresAt) } : facts;
}

function testFacts(facts: OptInFacts, state: OptInFacts['state'], now: number): OptInFacts {
  if (state === 'connected') return { ...facts, state, sessionEndsAt: now + TEST_SESSION_MS };
  if (state === 'declined') return { ...facts, state, reason: 'skipped' };
  if (state === 'failed') {
    return { ...facts, state, reason: 'NETWORK', error: new OptInError('NETWORK', errorMessage('NETWORK')) };
  }
  return { ...facts, state };
}

export function toOptInError(cause: unknown): OptInError {
  return cause instanceof OptInError ? cause : new OptInError('SERVER_ERROR', errorMessage('SERVER_ERROR'), { cause });
}

/** @returns milliseconds since 1970; `null` where the text is no moment. */
export function momentOf(text: string | undefined): number | null {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? null : moment;
}
