import type { PageOwner } from './capability-links.js';

/** What the page shows of a person, with all linked contacts, at the database's `now`. */
export interface PageState {
  now: Date;
  organizationName: string;
  /** IANA. */
  timeZone: string;
  /** E.164; `null`: none is set. */
  companyNumber: string | null;
  /** The person's own choice, else the organization's. */
  locale: string;
  status: 'on' | 'paused' | 'stopped' | 'ended';
  /** End of the updates; of the pause, where they are paused. `null`: stopped or ended. */
  until: Date | null;
  ticketNumber: string | null;
  phone: string | null;
  name: string | null;
  wroteFirstAt: Date | null;
  lastWroteAt: Date | null;
  sent: { count: number; lastAt: Date | null };
  /** Days after which names and phones go. */
  retentionDays: number;
  /** Today, or tomorrow where it is evening: the half hour two hours from now, and 20:00 or 8:00. */
  pauseChoices: { later: Date; evening: Date };
}

/** One entry of the receipt. */
export interface ConsentEntry {
  id: string;
  at: Date;
  action: 'granted' | 'withdrawn';
  /** The text that the customer sent or saw. */
  wording: string | null;
}

/** What the page does, for all contacts of the person. */
export interface CustomerPageStore {
  /** `null`: erased, unknown, or more than 24 h after the updates ended. */
  read(owner: PageOwner): Promise<PageState | null>;
  receipt(owner: PageOwner): Promise<ConsentEntry[]>;
  stop(owner: PageOwner): Promise<void>;
  /** @param until - `hour`: from now. Past ones, and those more than a day away, change nothing. `null` ends the pause. */
  pause(owner: PageOwner, until: Date | 'hour' | null): Promise<void>;
  speak(owner: PageOwner, locale: string): Promise<void>;
}
