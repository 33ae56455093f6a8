import type { OptInState } from '../contract/opt-in-state.js';

/** Text whose `isolated` pieces (codes, phones) keep their own left-to-right order; a painter wraps them in `<bdi dir="ltr">`. */
export type RichText = readonly (string | { readonly isolated: string })[];

/** Names of the icons that a painter draws; `chat` is never mirrored. */
export type OptInIcon = 'chat' | 'check' | 'clock' | 'alert' | 'external' | 'no';

/** What a press on a control does: names of the controller's methods. */
export type OptInAction = 'open' | 'decline' | 'no_whatsapp' | 'restart';

/**
 * Everything a painter needs, in words and attributes, for one state of the card: both painters draw exactly this, top to
 * bottom, and decide nothing. A `null` or empty part is not drawn.
 */
export interface OptInView {
  readonly state: OptInState;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly icon: OptInIcon;
  readonly heading: string;
  /** "Al Noor Clinic · ticket A001" */
  readonly description: RichText | null;
  /** What the customer will get; idle only. */
  readonly benefits: readonly { readonly id: string; readonly text: string }[];
  /** The way to WhatsApp in three steps: what happens next; `current` while waiting. */
  readonly steps: readonly {
    readonly id: 'open' | 'send' | 'return';
    readonly text: string;
    readonly current: boolean;
  }[];
  /** Names the list of steps. */
  readonly stepsLabel: string | null;
  /** A real link whose `href` exists before the tap; `href: null` while the server is still making it. */
  readonly link: OptInViewLink | null;
  /** Skip: same size and weight as the link. */
  readonly skip: { readonly label: string; readonly action: 'decline' } | null;
  /** The line that changes; also drawn as the one polite live region. */
  readonly status: { readonly text: RichText; readonly tone: 'info' | 'busy' | 'success' | 'warning' | 'error' } | null;
  /** Rows of help: open again, I don't use WhatsApp, try again. `href` where the row is a link. */
  readonly actions: readonly {
    readonly id: OptInAction;
    readonly label: string;
    readonly icon: OptInIcon;
    readonly href?: string;
  }[];
  /** From which number the messages come. */
  readonly number: { readonly label: string; readonly text: RichText } | null;
  /** Who writes first, how long, how to stop: all before the tap. */
  readonly consent: RichText | null;
}

export interface OptInViewLink {
  readonly href: string | null;
  readonly label: string;
  readonly target: '_blank' | '_self';
  readonly rel: 'noopener';
  /** Says that the link is being made; `aria-busy`. */
  readonly busy: boolean;
}
