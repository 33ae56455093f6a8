import type { SendOutcome } from './send-outcome.js';

/** A vendor that carries SMS. */
export interface SmsProvider {
  readonly name: string;
  /** `to` is E.164. */
  sendSms(message: { to: string; text: string; correlationId: string }): Promise<SendOutcome>;
}
