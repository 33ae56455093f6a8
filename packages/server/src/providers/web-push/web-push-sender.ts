import type { LookupFunction } from 'node:net';
import type { PushSender } from '../push-sender.js';
import type { VapidKeys } from './vapid-keys.js';

export interface WebPushSenderInput {
  vapid: VapidKeys & {
    /** `mailto:` or `https:`; Apple refuses localhost. */
    subject: string;
  };
  /** Added to the built-in push services: `push.example.com`, `*.push.example.com`, or `localhost:4001` for development. */
  allowedHosts?: readonly string[] | undefined;
  /** @default dns.lookup */
  lookup?: LookupFunction | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
}

export function createWebPushSender(_input: WebPushSenderInput): PushSender {
  throw new Error('Not built yet.');
}
