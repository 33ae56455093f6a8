import type { OptInErrorCode } from '../contract/errors.js';
import type { OptInState } from '../contract/opt-in-state.js';
import type { Translator } from '../translator.js';
import type { ConsentChannel } from './consent-channels.js';
import type { OptInDisplay } from './opt-in-display.js';

/** The result of a copy button. A success is shown for three seconds, a failure until the next change. */
export type OptInNotice = 'numberCopied' | 'messageCopied' | 'copyFailed';

/** All that the words of a state depend on. */
export interface OptInViewInput {
  /** The state to show. */
  state: OptInState;
  /** @default 'card' */
  display?: OptInDisplay | undefined;
  /** The words. */
  translator: Translator;
  /** `null` if it is not known. */
  organizationName: string | null;
  /** `null` without a ticket. */
  ticketNumber: string | null;
  /** The company's number, E.164. */
  phone: string | null;
  /** The pre-written message. */
  message?: string | null | undefined;
  /** The deep link of this device; `null` until it is known. */
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
  /** The help panel is open. @default false */
  helpOpen?: boolean | undefined;
  /** The result of a copy button; `null` if there is none to show. */
  notice?: OptInNotice | null | undefined;
  /** A consent receipt can be downloaded. */
  receipt?: boolean | undefined;
  /** There is a server, which reports when the message has arrived. */
  live: boolean;
  /** The device has no network. @default false */
  offline?: boolean | undefined;
  /** Channels besides WhatsApp that the consent sentence names. @default none */
  channels?: readonly ConsentChannel[] | undefined;
  /** Hides Skip. */
  noSkip: boolean;
  /** The code of the error behind `failed`; `null` otherwise. */
  errorCode: OptInErrorCode | null;
  /** Milliseconds since 1970; `null` where it is not known. */
  sessionEndsAt: number | null;
  /** The session of a connected opt-in is over. */
  sessionEnded: boolean;
  /** Milliseconds since 1970. */
  now: number;
  /** IANA zone of the session's end. `undefined`: the browser's. */
  timeZone: string | undefined;
}

/** Addresses that open WhatsApp; one that this device cannot use is left out. */
export interface OptInWays {
  /** `https://wa.me/…`, which works on every device. */
  universal?: string | undefined;
  /** `whatsapp://send?…`, for an installed app. */
  app?: string | undefined;
  /** Android's address of WhatsApp Business. */
  business?: string | undefined;
  /** `https://web.whatsapp.com/send?…`, WhatsApp Web. */
  web?: string | undefined;
}
