import type { UltraMsgOptions } from '../../options.js';
import type { WhatsAppProvider } from '../whatsapp-provider.js';

export interface UltraMsgProviderInput {
  options: UltraMsgOptions;
  /** E.164 of the business. */
  businessNumber: string;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
}

export function createUltraMsgProvider(_input: UltraMsgProviderInput): WhatsAppProvider {
  throw new Error('Not built yet.');
}
