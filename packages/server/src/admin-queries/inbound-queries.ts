import {
  MESSAGE_ACTIONS,
  SUPPORTED_LOCALES,
  closestLocale,
  type AdminInboundMessage,
  type AdminReply,
  type AdminUnshownMessages,
  type InboundMessageQuery,
} from '@whatsapp-optin/sdk/contract';
import type { Page, PageRequest } from './page.js';
import { toCustomer, toTicketReference, type PersonRow, type TicketRow } from './session-queries.js';

export interface InboundRow {
  id: string;
  person: PersonRow;
  ticket: Omit<TicketRow, 'phone'> | null;
  sessionId: string | null;
  text: string;
  contentType: string;
  keyword: string | null;
  flag: string | null;
  action: string | null;
  byOptInCode: boolean;
  provider: string;
  accepted: boolean;
  sentAt: Date;
  receivedAt: Date;
  seenAt: Date | null;
  /** Any tag. */
  locale: string;
  replyUntil: Date | null;
  stopped: boolean;
  replies: AdminReply[];
}

export type InboundFilter = Omit<InboundMessageQuery, 'cursor' | 'limit'>;

export interface InboundQueries {
  /** Newest first. Staff may answer until `marginSeconds` before a window ends. */
  list(
    organizationId: string,
    query: InboundFilter & PageRequest & { marginSeconds: number },
  ): Promise<Page<InboundRow>>;
  /** What customers sent and the product cannot show, newest first: at most `limit`. */
  listUnshown(organizationId: string, limit: number): Promise<AdminUnshownMessages>;
  /** Counted up to 1,000. */
  countUnseen(organizationId: string): Promise<number>;
  /** @returns how many were not marked before. */
  markSeen(organizationId: string, what: { ids: readonly string[] } | { receivedUntil: Date }): Promise<number>;
  /** Whether the organization has every one of these. */
  hasAll(organizationId: string, ids: readonly string[]): Promise<boolean>;
}

export function toAdminInbound(row: InboundRow): AdminInboundMessage {
  return {
    id: row.id,
    customer: toCustomer(row.person),
    ticket: toTicketReference(row.ticket),
    sessionId: row.sessionId,
    text: row.text,
    contentType: row.contentType,
    keyword: row.keyword === 'stop' || row.keyword === 'start' ? row.keyword : null,
    flag: row.flag,
    action: MESSAGE_ACTIONS.find((action) => action === row.action) ?? null,
    byOptInCode: row.byOptInCode,
    provider: row.provider,
    accepted: row.accepted,
    sentAt: row.sentAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    seenAt: row.seenAt?.toISOString() ?? null,
    locale: closestLocale([row.locale], SUPPORTED_LOCALES) ?? 'en',
    replyUntil: row.replyUntil?.toISOString() ?? null,
    stopped: row.stopped,
    replies: row.replies,
  };
}
