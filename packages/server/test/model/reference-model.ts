import { ORGANIZATIONS, SMS_DAILY_LIMIT, type OrganizationId } from './organizations.js';

/** In the place of a phone that is to be found nowhere any more. */
export const ERASED = 'erased';

export const WINDOW_MS = 24 * 3_600_000;

/** A message that a person wrote, genuine, of a kind that counts, and new. */
export interface ModelMessage {
  org: OrganizationId;
  phone: string;
  /** By the vendor's clock, whole seconds. */
  atMs: number;
  kind: 'text' | 'stop' | 'start';
}

export interface ModelOptIn {
  org: OrganizationId;
  id: string;
  code: string;
  clientToken: string;
  ticket: string | null;
  expiresMs: number;
  /** Who connected it. */
  person: string | null;
}

/** What the person last said about messages; of the same second, what came later. */
interface Word {
  atMs: number;
  out: boolean;
}

/** What should be so, from the commands alone: plain facts and one rule each, no SQL, no clock of the server's. */
export class ReferenceModel {
  readonly messages: ModelMessage[] = [];
  readonly optIns: ModelOptIn[] = [];
  readonly #seen = new Set<string>();
  readonly #words = new Map<string, Word[]>();
  readonly #closed = new Set<string>();
  readonly #pauses = new Map<string, { atMs: number; untilMs: number }>();
  readonly #erased = new Set<string>();
  readonly #ticketPhones = new Map<string, string | null>();
  readonly #smsLeft = new Map<string, number>(ORGANIZATIONS.map((org) => [org, SMS_DAILY_LIMIT]));

  /** `false`: the vendor has brought this very message before, so that nothing may happen. */
  receive(messageId: string, message: ModelMessage): boolean {
    const key = `${message.org} ${messageId}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    this.messages.push(message);
    this.#erased.delete(`${message.org} ${message.phone}`);
    if (message.kind === 'start') this.resume(message.org, message.phone, message.atMs);
    if (message.kind !== 'text') this.say(message.org, message.phone, message.atMs, message.kind === 'stop');
    return true;
  }

  say(org: string, phone: string, atMs: number, out: boolean): void {
    const key = `${org} ${phone}`;
    this.#words.set(key, [...(this.#words.get(key) ?? []), { atMs, out }]);
  }

  lastWordMs(org: string, phone: string): number {
    return (this.#words.get(`${org} ${phone}`) ?? []).reduce((last, { atMs }) => Math.max(last, atMs), -Infinity);
  }

  pause(org: string, phone: string, pause: { atMs: number; untilMs: number }): void {
    this.#pauses.set(`${org} ${phone}`, pause);
  }

  /** A START or an opt-in since the pause ends it; `Infinity`: the person's own page does. */
  resume(org: string, phone: string, atMs: number): void {
    const pause = this.#pauses.get(`${org} ${phone}`);
    // Messages carry whole seconds.
    if (pause !== undefined && atMs > pause.atMs - 2_000) this.#pauses.delete(`${org} ${phone}`);
  }

  /** @param answersMs - when the person wrote what the send answers; `-Infinity`: it answers nothing. */
  isPaused(org: string, phone: string, atMs: number, answersMs: number): boolean {
    const pause = this.#pauses.get(`${org} ${phone}`);
    return pause !== undefined && atMs < pause.untilMs && answersMs < pause.atMs - 2_000;
  }

  isOptedOut(org: string, phone: string): boolean {
    const words = this.#words.get(`${org} ${phone}`) ?? [];
    return words.reduce((last, word) => (word.atMs >= last.atMs ? word : last), { atMs: -Infinity, out: false }).out;
  }

  /** No vendor closed the window: then it is as long as the messages say. */
  isUndisturbed(org: string, phone: string): boolean {
    return !this.#closed.has(`${org} ${phone}`);
  }

  /** When the open window of this person must end: after the last that they wrote since they last came in. */
  windowEnd(org: string, phone: string): number {
    if (this.isOptedOut(org, phone)) return -Infinity;
    const words = this.#words.get(`${org} ${phone}`) ?? [];
    const last = words.reduce((latest, { atMs }) => Math.max(latest, atMs), -Infinity);
    return Math.max(...this.windowEnds(org, phone).filter((end) => end - WINDOW_MS >= last));
  }

  /** A person leaves every table; what they wrote is still counted, and no copy of it counts again. */
  erase(org: OrganizationId, phone: string): void {
    for (const message of this.messages) if (message.org === org && message.phone === phone) message.phone = ERASED;
    for (const optIn of this.optIns) if (optIn.org === org && optIn.person === phone) optIn.person = ERASED;
    for (const [ticket, known] of this.#ticketPhones) {
      if (ticket.startsWith(`${org} `) && known === phone) this.#ticketPhones.set(ticket, null);
    }
    this.#words.delete(`${org} ${phone}`);
    this.#closed.delete(`${org} ${phone}`);
    this.#pauses.delete(`${org} ${phone}`);
    this.#erased.add(`${org} ${phone}`);
  }

  /** Erased, and has not written since: nothing is sent to the phone by accident. */
  isErased(org: string, phone: string): boolean {
    return this.#erased.has(`${org} ${phone}`);
  }

  close(org: string, phone: string): void {
    this.#closed.add(`${org} ${phone}`);
  }

  /** Every end that a window of this person may have. */
  windowEnds(org: string, phone: string): number[] {
    return this.messages
      .filter((message) => message.org === org && message.phone === phone && message.kind !== 'stop')
      .map(({ atMs }) => atMs + WINDOW_MS);
  }

  setTicket(org: string, id: string, phone: string | null): void {
    this.#ticketPhones.set(`${org} ${id}`, phone);
  }

  /** `undefined`: there is no such ticket. */
  ticketPhone(org: string, id: string): string | null | undefined {
    return this.#ticketPhones.get(`${org} ${id}`);
  }

  mayClaim(optIn: ModelOptIn, message: ModelMessage, bound: string | null): boolean {
    const mayBind = optIn.ticket === null || bound === null || bound === message.phone;
    return optIn.org === message.org && optIn.person === null && message.atMs < optIn.expiresMs && mayBind;
  }

  /** The page of a ticket connects also without its code, by the phone that the organization gave. */
  mayClaimByPhone(optIn: ModelOptIn, message: ModelMessage): boolean {
    if (optIn.ticket === null || message.kind !== 'text') return false;
    const phone = this.ticketPhone(optIn.org, optIn.ticket);
    return phone === message.phone && this.mayClaim(optIn, message, message.phone);
  }

  setSmsLeft(org: string, left: number): void {
    this.#smsLeft.set(org, left);
  }

  smsLeft(org: string): number {
    return this.#smsLeft.get(org) ?? 0;
  }

  countSms(org: string): void {
    this.#smsLeft.set(org, this.smsLeft(org) - 1);
  }
}
