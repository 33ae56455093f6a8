import type { OptInError } from '../contract/errors.js';
import type { MessageStyle } from '../contract/message-style.js';
import type { FunnelEventType, OptInCreated } from '../contract/opt-ins.js';
import type { DeclineReason, OptInState } from '../contract/opt-in-state.js';
import type { Platform } from '../platform.js';
import type { Translator } from '../translator.js';
import type { ConsentChannel } from './consent-channels.js';
import type { OptInDisplay } from './opt-in-display.js';
import type { QrMode } from './qr-mode.js';
import type { OptInAction, OptInView } from './opt-in-view.js';

/** Options of `createOptIn`. The first three are enough: a static link, no live state. */
export interface OptInOptions {
  /**
   * The company's WhatsApp number with its country code, as `normalizePhoneNumber` reads it; a number is read by its digits. Required
   * without `server`; with it the server's own number wins.
   */
  phone?: string | number | undefined;
  /** What the company is called. */
  organizationName?: string | undefined;
  /** What the customer sees, `A001`. */
  ticketNumber?: string | undefined;
  /** @default the organization's on a server, else 'branded' */
  messageStyle?: MessageStyle | undefined;
  /** BCP 47; default: `pageLocale`, else the closest of the platform's languages, else `en`. */
  locale?: string | undefined;
  /** The language of the page around: its closest `[lang]`. */
  pageLocale?: string | undefined;
  /** The host's own i18next, through `@whatsapp-optin/sdk/i18next`. */
  translator?: Translator | undefined;
  /** Base URL of the companion server, `https://example.com/base`. Without it the opt-in is static. */
  server?: string | undefined;
  /** `pk_…`: the server's key for browsers. Needed with `server`, unless `optIn` is given. */
  publishableKey?: string | undefined;
  /** Signed by the host's server; only with it a browser's opt-in binds a ticket. */
  ticketToken?: string | undefined;
  /** The host's id of the ticket. Binds only beside a `ticketToken`. */
  ticketId?: string | undefined;
  /**
   * An opt-in that the host's server has made already: the whole answer of `POST /api/opt-ins`, or its id and clientToken.
   * Without `links` the link is the one of `phone`, which carries no code.
   */
  optIn?: AdoptedOptIn | undefined;
  /** @default 'card' */
  display?: OptInDisplay | undefined;
  /** @default 'auto': a QR beside the link on a desktop. `qr`, `kiosk` and `print` always show one. */
  qr?: QrMode | undefined;
  /** Milliseconds after "connected" until a kiosk clears its screen for the next customer. @default 20000 */
  resetAfterMs?: number | undefined;
  /** Asks although the customer has said no to this ticket, or lately to another one. */
  askAgain?: boolean | undefined;
  /** Channels besides WhatsApp that your organization uses: the consent sentence names them. @default none */
  channels?: readonly ConsentChannel[] | undefined;
  /** Hides Skip. */
  noSkip?: boolean | undefined;
  /** Shows a state without any server, for stories and tests. */
  testState?: OptInState | undefined;
  /** The renderer's theme. Here it is only checked: an unknown one is reported as a `failure`. @default 'auto' */
  theme?: string | undefined;
  /** `ready` has been emitted already. @default false */
  isReady?: boolean | undefined;
  /** Called for each event. An error in it is caught. */
  onEvent?: ((event: OptInEvent) => void) | undefined;
  /** The world; default: the browser's. */
  platform?: Platform | undefined;
}

export type AdoptedOptIn = Pick<OptInCreated, 'id' | 'clientToken'> & {
  readonly [K in keyof OptInCreated]?: OptInCreated[K] | undefined;
};

/** What opens one opt-in at its server. Whoever has it reads its state and adds devices for push. */
export interface OptInCredentials {
  /** Base URL of the companion server. */
  readonly server: string;
  /** UUID of the opt-in. */
  readonly optInId: string;
  /** `ct_…` */
  readonly clientToken: string;
}

/** What may change without losing the state. */
export type OptInChanges = Partial<
  Pick<
    OptInOptions,
    | 'organizationName'
    | 'locale'
    | 'translator'
    | 'display'
    | 'qr'
    | 'noSkip'
    | 'askAgain'
    | 'resetAfterMs'
    | 'ticketToken'
  >
>;

/** An event of an opt-in. A renderer turns it into a DOM event or a callback. */
export type OptInEvent =
  | { type: 'ready' }
  | { type: 'statechange'; state: OptInState; previous: OptInState; reason: string | null }
  | { type: 'optin' }
  | { type: 'skip'; reason: DeclineReason }
  | { type: 'connected'; sessionExpiresAt: Date | null }
  | { type: 'sessionended' }
  | { type: 'expired' }
  | { type: 'failure'; error: OptInError }
  /** A step of the funnel, with or without a server. */
  | { type: 'funnel'; step: FunnelEventType }
  /** A kiosk has cleared its screen. */
  | { type: 'reset' };

/** An opt-in at one moment: everything that is known, and the view of it. */
export interface OptInSnapshot {
  /** The state of the opt-in. */
  readonly state: OptInState;
  /** `skipped`, `no_whatsapp`, or the code of the error behind `failed`. */
  readonly reason: string | null;
  /** The error behind `failed`; `null` otherwise. */
  readonly error: OptInError | null;
  /** The deep link of this device; `null` until it is known. */
  readonly href: string | null;
  /** The pre-written message; `null` until it is known. */
  readonly message: string | null;
  /** The opt-in code, `XXXX-XXXX-XXXX`; `null` without a server, or until the opt-in is created. */
  readonly code: string | null;
  /** UUID on the server; `null` until the opt-in is created. */
  readonly optInId: string | null;
  /** What the company is called; `null` if it is not known. */
  readonly organizationName: string | null;
  /** What the customer sees; `null` without a ticket. */
  readonly ticketNumber: string | null;
  /** E.164; `null` until it is known. */
  readonly companyNumber: string | null;
  /** When the code stops working; `null` until it is known. */
  readonly expiresAt: Date | null;
  /** The end of the 24-hour session; `null` until `connected`. */
  readonly sessionExpiresAt: Date | null;
  /** When this page received `connected`. `null` in every other state. */
  readonly connectedAt: Date | null;
  /** The customer has dismissed this ticket before, or another one recently. `false` without storage. */
  readonly dismissed: boolean;
  /** What the customer agrees to by sending the message. */
  readonly consent: ConsentTerms;
  /** The words and controls of this state, for a renderer. */
  readonly view: OptInView;
}

/** The consent sentence that the customer reads. */
export interface ConsentTerms {
  /** Changes with the meaning of the sentence. */
  readonly version: string;
  /** BCP 47 tag of the text. */
  readonly locale: string;
  /** The sentence, word for word. */
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. Absent until the opt-in is created, and on pages without https. */
  readonly hash?: string;
}

/**
 * The opt-in of one place on one page. The snapshot is the same object until something changes.
 *
 * Nothing runs before the first `subscribe` or `refresh`, so that rendering on a server creates no opt-in. After the last
 * unsubscribe, or after `destroy`, the next `subscribe` continues the same opt-in.
 */
export interface OptIn {
  /** Reads the opt-in as it is now. */
  getSnapshot(): OptInSnapshot;
  /** @returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Call it when the link was followed, or the host has opened WhatsApp: `idle → waiting`. It opens no window itself. */
  open(): void;
  /** Skip, or "I don't use WhatsApp". */
  decline(reason?: DeclineReason): void;
  /** What `enablePush` needs of it; `null` without a server, and until the opt-in is created. */
  getCredentials(): OptInCredentials | null;
  /** Asks the server now; resolves when its answer is in the snapshot. Never rejects. */
  refresh(): Promise<void>;
  /** Performs the action of a control. Call it for a row with an `href`, too; the browser follows the link. */
  act(action: OptInAction): void;
  /** Replaces an opt-in that expired, failed, was declined, or whose session has ended. Does nothing in other states. */
  restart(): void;
  /** Changes options during the opt-in. The state stays. */
  setOptions(changes: OptInChanges): void;
  /** Stops timers, stream and listeners. Idempotent. */
  destroy(): void;
}
