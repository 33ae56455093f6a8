import { randomInt } from 'node:crypto';
import type { LedgerEntry } from '../ledger.js';
import { toPhoneEvent, type PhoneMessageChannel } from './phone-event.js';

/** A message that has reached a phone. */
export interface ReceivedMessage {
  /** How it came. */
  channel: PhoneMessageChannel;
  /** Title of a push; `''` for other channels. */
  title: string;
  /** What it says. */
  text: string;
}

/** A phone of a simulator, reached over HTTP: also that of another process. */
export interface TestPhone {
  /** E.164; another one for each phone. */
  readonly number: string;
  /** Writes to a business by WhatsApp. @throws {Error} where the simulator refuses it. */
  send(text: string, to?: string): Promise<void>;
  /** Everything that it has received, oldest first; `[]`: nothing. */
  received(channel?: PhoneMessageChannel): Promise<ReceivedMessage[]>;
}

/** The number of the simulator's first business. */
const BUSINESS = '+966500000000';
const NUMBERS = { from: 100_000_000, to: 1_000_000_000 };

/** @param simulator - its URL, without a slash at its end. */
export function createTestPhone(simulator: string): TestPhone {
  const number = `+9665${String(randomInt(NUMBERS.from, NUMBERS.to)).slice(1)}`;
  return {
    number,
    async send(text, to = BUSINESS) {
      const response = await fetch(`${simulator}/phone/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from: number, to, text }),
      });
      if (!response.ok)
        throw new Error(`The simulator refused the message: ${response.status} ${await response.text()}`);
    },
    async received(channel) {
      const response = await fetch(`${simulator}/_ledger?phone=${encodeURIComponent(number)}`);
      const { entries } = (await response.json()) as { entries: LedgerEntry[] };
      return entries
        .map((entry) => toPhoneEvent(entry, { phone: number }))
        .filter((event) => event?.type === 'message' && event.direction === 'in')
        .filter((event) => channel === undefined || event.channel === channel)
        .map(({ channel: by, title, text }) => ({ channel: by, title, text }));
    },
  };
}
