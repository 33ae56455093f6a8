import type { SmsProvider } from '../sms-provider.js';

export interface TwilioSmsProviderInput {
  accountSid: string;
  authToken: string;
  /** E.164, a short code, an alphanumeric sender, or the sid of a messaging service (`MG…`). */
  fromNumber: string;
  /** @default 'https://api.twilio.com' */
  baseUrl?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
}

export function createTwilioSmsProvider(_input: TwilioSmsProviderInput): SmsProvider {
  throw new Error('Not built yet.');
}
