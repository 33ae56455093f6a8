import type { OptInErrorCode } from '../contract/errors.js';
import type { OptInState } from '../contract/opt-in-state.js';
import type { Translator } from '../translator.js';
import type { OptInDisplay } from './opt-in-display.js';

/** The result of a copy button. A success is shown for three seconds, a failure until the next change. */
export type OptInNotice = 'numberCopied' | 'messageCopied' | 'copyFailed';

/** All that the words of a state depend on. */
export interface OptInViewInput {
  state: OptInState;
  /** @default 'card' */
  display?: OptInDisplay | undefined;
  translator: Translator;
  organizationName: string | null;
  ticketNumber: string | null;
  /** The company's number, E.164. */
  phone: string | null;
  /** The pre-written message. */
  message?: string | null | undefined;
  href: string | null;
  /** @default '_blank' */
  target?: '_blank' | '_self' | undefined;
  /** Other ways to the same chat, offered by the help. */
  ways?: OptInWays | undefined;
  /** The page is shown inside another app that may not open WhatsApp. */
  hint?: boolean | undefined;
  /** What a QR would say; `null` while it is being made. */
  qrText?: string | null | undefined;
  /** A QR is wanted beside the link. */
  qrShown?: boolean | undefined;
  helpOpen?: boolean | undefined;
  notice?: OptInNotice | null | undefined;
  /** A consent receipt can be downloaded. */
  receipt?: boolean | undefined;
  /** There is a server, which reports when the message has arrived. */
  live: boolean;
  /** The device has no network. @default false */
  offline?: boolean | undefined;
  noSkip: boolean;
  errorCode: OptInErrorCode | null;
  /** Milliseconds since 1970; `null` where it is not known. */
  sessionEndsAt: number | null;
  sessionEnded: boolean;
  now: number;
  timeZone: string | undefined;
}

/** Addresses that open WhatsApp; one that this device cannot use is left out. */
export interface OptInWays {
  universal?: string | undefined;
  app?: string | undefined;
  business?: string | undefined;
  web?: string | undefined;
}
