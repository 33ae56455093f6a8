import type { OptInState } from '../contract/opt-in-state.js';
import type { OptInDisplay } from './opt-in-display.js';

/** Text in pieces. The `isolated` ones (codes, phones) are always left to right; a renderer wraps them in `<bdi dir="ltr">`. */
export type RichText = readonly (string | { readonly isolated: string })[];

/** Names of the icons in a view. `chat` is never mirrored for right-to-left text. */
export type OptInIcon =
  'chat' | 'check' | 'clock' | 'alert' | 'external' | 'no' | 'copy' | 'qr' | 'help' | 'close' | 'download' | 'refresh';

/** The action of a control, for `OptIn.act`. */
export type OptInAction =
  | 'open'
  | 'open_app'
  | 'open_business'
  | 'open_web'
  | 'copy_number'
  | 'copy_message'
  | 'show_qr'
  | 'help'
  | 'decline'
  | 'no_whatsapp'
  | 'restart'
  | 'receipt';

/**
 * The words and attributes of one state in one display. Each renderer shows exactly these parts, in this order, and decides
 * nothing. A part that is `null` or empty is not rendered.
 */
export interface OptInView {
  /** The state that it shows. */
  readonly state: OptInState;
  /** Where and how large the prompt stands. */
  readonly display: OptInDisplay;
  /** BCP 47 tag of the words. */
  readonly locale: string;
  /** Direction of the text. */
  readonly dir: 'ltr' | 'rtl';
  /** Icon of the state. */
  readonly icon: OptInIcon;
  /** Heading and accessible name of the prompt. The display `button` uses it as the name alone. */
  readonly heading: string;
  /** `floating`, `sheet`: the button that opens the panel with the card, and the words of the panel's close button. */
  readonly launcher: { readonly label: string; readonly icon: OptInIcon; readonly closeLabel: string } | null;
  /** "Al Noor Clinic · ticket A001" */
  readonly description: RichText | null;
  /** What the customer will get; idle only. */
  readonly benefits: readonly { readonly id: string; readonly text: string }[];
  /** The way to WhatsApp in three steps: what happens next; `current` while waiting. */
  readonly steps: readonly {
    readonly id: 'open' | 'send' | 'return';
    readonly text: string;
    readonly current: boolean;
    /** The customer has done this step; it shows a check. */
    readonly done: boolean;
  }[];
  /** Names the list of steps. */
  readonly stepsLabel: string | null;
  /** A real link whose `href` exists before the tap; `href: null` while the server is still making it. */
  readonly link: OptInViewLink | null;
  /** Skip: same size and weight as the link. */
  readonly skip: { readonly label: string; readonly action: 'decline' } | null;
  /** The QR of the short link, beside the link or in its place. */
  readonly qr: OptInViewQr | null;
  /** The line that changes; the card's one polite live region. */
  readonly status: { readonly text: RichText; readonly tone: 'info' | 'busy' | 'success' | 'warning' | 'error' } | null;
  /** Rows under the status: open again, help, I don't use WhatsApp, try again, receipt. */
  readonly actions: readonly OptInViewRow[];
  /** The panel that the row `help` opens, in `waiting` alone. Present while the panel is closed, too. */
  readonly help: OptInViewHelp | null;
  /** Inside another app: what to do where the link does nothing. */
  readonly hint: RichText | null;
  /** The number that the messages come from. */
  readonly number: { readonly label: string; readonly text: RichText } | null;
  /** An address short enough to type, for paper without a QR. */
  readonly paperLink: string | null;
  /** Who writes first, how long, how to stop: all before the tap. */
  readonly consent: RichText | null;
}

/** The link to WhatsApp. */
export interface OptInViewLink {
  /** `null` while the server is creating the opt-in. */
  readonly href: string | null;
  /** Words of the link. */
  readonly label: string;
  /** `_self` inside another app, which has no tabs. */
  readonly target: '_blank' | '_self';
  /** Keeps the opened page from reaching this one. */
  readonly rel: 'noopener';
  /** The server is creating the opt-in; `aria-busy`. */
  readonly busy: boolean;
}

/** A control in a list. With an `href` it is a link, else a button. */
export interface OptInViewRow {
  /** The action of the row, for `OptIn.act`. */
  readonly id: OptInAction;
  /** Words of the row. */
  readonly label: string;
  /** Icon of the row. */
  readonly icon: OptInIcon;
  /** Address of a link; absent for a button. */
  readonly href?: string;
  /** Beside `href`. */
  readonly target?: '_blank' | '_self';
  /** Whether what the row opens is open; absent if it opens nothing. */
  readonly expanded?: boolean;
  /** The action has just succeeded; the row shows a check. */
  readonly done?: boolean;
}

/** A QR code with its words. */
export interface OptInViewQr {
  /** Text of the code: the short link, else the universal one. `null` until it is known; the card keeps its place. */
  readonly text: string | null;
  /** The code's name for who does not see it. */
  readonly label: string;
  /** Heading over the code. */
  readonly heading: string;
  /** What to do with it. */
  readonly caption: string;
  /** `main`: large, in the link's place. `aside`: 120 px, under or beside it. */
  readonly size: 'main' | 'aside';
}

/** The help panel: other ways to the same chat. */
export interface OptInViewHelp {
  /** The panel is open. */
  readonly open: boolean;
  /** Heading of the panel. */
  readonly heading: string;
  /** Accessible name of the button that closes it. */
  readonly closeLabel: string;
  /** Numbered: how to send the message by hand. */
  readonly steps: readonly RichText[];
  /** The message to paste, as text that can be selected. */
  readonly message: { readonly label: string; readonly text: string } | null;
  /** Copy buttons, and other links to the chat. */
  readonly rows: readonly OptInViewRow[];
}
