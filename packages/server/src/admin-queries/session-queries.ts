import type {
  AdminCustomer,
  AdminSession,
  AdminTicketReference,
  SessionFilter,
  SessionSort,
  SessionStatus,
  TicketStatus,
} from '@whatsapp-optin/sdk/contract';
import { maskPhone } from '../contacts/mask-phone.js';
import type { Page, PageRequest } from './page.js';

/** A person in a list, phone whole: masked before it leaves the server, except in an export. */
export interface PersonRow {
  contactId: string;
  name: string | null;
  phone: string | null;
}

export interface TicketRow {
  id: string;
  number: string | null;
  status: string | null;
  /** The host's own phone: the only one an SMS may go to. */
  phone: string | null;
}

export interface SessionRow {
  id: string;
  person: PersonRow;
  ticket: TicketRow | null;
  status: SessionStatus;
  openedBy: { messageId: string; text: string | null; receivedAt: Date | null; byOptInCode: boolean };
  initiatedAt: Date;
  lastInboundAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: string | null;
  notices: number;
  renewed: number;
  pushSubscriptions: number;
  sendable: boolean;
  optedOut: boolean;
  epoch: number;
  /** A notice of the present epoch has gone out. */
  reminded: boolean;
}

/** Whose phones a search may find. */
export interface SearchRights {
  /** `false`: a search finds a phone by its whole number alone. By parts, a masked number could be tried digit by digit. */
  byPartOfPhone: boolean;
}

export interface SessionQueries {
  list(
    organizationId: string,
    query: SessionFilter & SearchRights & PageRequest & { sort: SessionSort; marginSeconds: number },
  ): Promise<Page<SessionRow>>;
  /** Those of these ids that there are, in no order. */
  findMany(organizationId: string, ids: readonly string[], marginSeconds: number): Promise<SessionRow[]>;
  /** How many the filter matches, counted up to `limit`; of frequent words, among the first sessions that a search looks at. */
  count(organizationId: string, filter: SessionFilter & SearchRights, limit: number): Promise<number>;
  /** Open ones, and those of them that end within the hour. */
  countOpen(organizationId: string): Promise<{ active: number; expiring: number }>;
  /** Ends the session by its id, at once. `false`: none that is open. */
  end(organizationId: string, sessionId: string): Promise<boolean>;
}

/**
 * Whether a search looks for a phone, and so belongs in the audit log.
 *
 * @param rights - without `byPartOfPhone`, only a whole number finds one.
 */
export function looksForPhone(search: string, { byPartOfPhone }: SearchRights): boolean {
  const [word = '', ...others] = searchWords(search);
  return others.length === 0 && /^\d+$/.test(word) && word.length >= (byPartOfPhone ? 4 : 8);
}

/** Words that a search looks for, as the database split them; a phone's digits are one word. */
export function searchWords(search: string): string[] {
  const digits = search.replaceAll(/[\s().+-]/g, '');
  // So few digits with a sign among them are a ticket's number sooner than a phone's.
  if (/^\d{7,15}$/.test(digits) || /^\d{4,}$/.test(search))
    return [digits.length > 8 ? digits.replace(/^00/, '') : digits];
  const words = search.split(/[\s!-/:-@[-`{-~]+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => word.slice(0, 60)))].slice(0, 8);
}

/** Whether an SMS could go out to this phone, as far as settings and its country say. */
export type SmsReach = (phone: string) => boolean;

const EXCERPT_LENGTH = 200;

export function toAdminSession(row: SessionRow, smsReaches: SmsReach): AdminSession {
  const { openedBy } = row;
  return {
    id: row.id,
    status: row.status,
    customer: toCustomer(row.person),
    ticket: toTicketReference(row.ticket),
    openedBy: {
      messageId: openedBy.messageId,
      text: openedBy.text === null ? null : excerpt(openedBy.text),
      receivedAt: openedBy.receivedAt?.toISOString() ?? null,
      byOptInCode: openedBy.byOptInCode,
    },
    initiatedAt: row.initiatedAt.toISOString(),
    lastInboundAt: row.lastInboundAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    endReason: row.endReason,
    renewals: { notices: row.notices, renewed: row.renewed },
    reachability: {
      push: row.pushSubscriptions,
      session: row.sendable,
      sms: row.ticket?.phone ? smsReaches(row.ticket.phone) : false,
      optedOut: row.optedOut,
    },
  };
}

export function toCustomer({ contactId, name, phone }: PersonRow): AdminCustomer {
  return { contactId, name, maskedPhone: maskPhone(phone) };
}

export function toTicketReference(ticket: Omit<TicketRow, 'phone'> | null): AdminTicketReference | null {
  return ticket && { id: ticket.id, number: ticket.number, status: ticket.status as TicketStatus | null };
}

/** By whole characters, so that an emoji is not cut in two. */
function excerpt(text: string): string {
  const characters = [...text];
  return characters.length <= EXCERPT_LENGTH ? text : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}
