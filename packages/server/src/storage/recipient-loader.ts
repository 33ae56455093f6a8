import type { NotificationType } from '@whatsapp-optin/sdk/contract';
import { IDENTITY_KINDS, type Identity } from '../providers/identity.js';
import type { NotificationStore, Recipient } from '../notifications/notification-store.js';
import type { PushSubscription } from '../providers/push-sender.js';
import type { Database, Row } from './database.js';
import { toOrganization, type OrganizationRow } from './organization-row.js';
import { LOAD_MESSAGE_SENDER, LOAD_PHONE_RECIPIENT, LOAD_TICKET_RECIPIENTS } from './recipient-statements.js';
import { gather, type ItemRow } from './set-statement.js';

interface RecipientRow extends Row {
  ticket_id: string | null;
  ticket_number: string;
  department_name: string | null;
  phone: string | null;
  ticket_locale: string | null;
  contact_id: string | null;
  contact_locale: string | null;
  opted_out: boolean | null;
  unreachable: boolean | null;
  phone_opted_out: boolean;
  phone_known?: boolean;
  session_open: boolean;
  identities: Identity[] | null;
  push_subscriptions: PushSubscription[] | null;
  page_url: string | null;
  channel_paused: boolean;
  quiet: boolean | null;
  paused: boolean | null;
  templates: Record<string, string> | null;
}

type TicketRow = OrganizationRow & RecipientRow & ItemRow;

interface TicketKey {
  organizationId: string;
  ticketId: string;
  type: NotificationType | null;
  marginSeconds: number;
}

/** Whether a person of this phone was erased: nothing is sent to it by accident until they write again. */
export type ErasedPhones = (organizationId: string, phone: string) => Promise<boolean>;

export function createRecipientLoader(
  database: Database,
  wasErased: ErasedPhones = async () => false,
): Pick<NotificationStore, 'loadTicketRecipient' | 'loadPhoneRecipient' | 'loadMessageSender'> {
  const loadRow = gather<TicketKey, TicketRow | null, TicketRow>(database, {
    sql: { together: LOAD_TICKET_RECIPIENTS, alone: LOAD_TICKET_RECIPIENTS },
    toColumns: ({ organizationId, ticketId, type, marginSeconds }) => ({
      ...{ organization_id: organizationId, ticket_id: ticketId, type, margin_seconds: marginSeconds },
    }),
    toResult: (row) => row ?? null,
    orderOf: ({ organizationId, ticketId }) => `${organizationId} ${ticketId}`,
  });
  return {
    async loadTicketRecipient(organizationId, ticketId, type, marginSeconds) {
      const row = await loadRow({ organizationId, ticketId, type, marginSeconds });
      if (row === null) return null;
      const organization = toOrganization(row);
      if (row.ticket_id === null) return { organization, recipient: null };
      const erased = row.phone !== null && row.phone_known === false && (await wasErased(organizationId, row.phone));
      return { organization, recipient: toRecipient(erased ? { ...row, phone_opted_out: true } : row) };
    },
    async loadPhoneRecipient(organizationId, phone, window) {
      const values = [organizationId, phone, window.businessNumber, window.marginSeconds];
      const [row] = await database.query<RecipientRow>(LOAD_PHONE_RECIPIENT, values);
      const erased = row === undefined && (await wasErased(organizationId, phone));
      return { ...toRecipient(row ?? { phone_opted_out: erased }), phone };
    },
    async loadMessageSender(organizationId, messageId, window) {
      const values = [organizationId, messageId, window.businessNumber, window.marginSeconds];
      const [row] = await database.query<RecipientRow>(LOAD_MESSAGE_SENDER, values);
      return row === undefined ? null : toRecipient(row);
    },
  };
}

function toRecipient(row: Partial<RecipientRow>): Recipient {
  const identities = [...(row.identities ?? [])].sort(
    (one, other) => IDENTITY_KINDS.indexOf(one.kind) - IDENTITY_KINDS.indexOf(other.kind),
  );
  return {
    ticketId: row.ticket_id ?? null,
    ticketNumber: row.ticket_number ?? '',
    departmentName: row.department_name ?? null,
    locales: [row.ticket_locale, row.contact_locale].filter((tag) => typeof tag === 'string'),
    phone: row.phone ?? null,
    contact: row.contact_id
      ? {
          id: row.contact_id,
          identities,
          optedOut: row.opted_out === true,
          unreachable: row.unreachable === true,
          sessionOpen: row.session_open === true,
        }
      : null,
    phoneOptedOut: row.phone_opted_out === true,
    pushSubscriptions: row.push_subscriptions ?? [],
    pageUrl: row.page_url ?? null,
    channelPaused: row.channel_paused === true,
    quiet: row.quiet === true,
    paused: row.paused === true,
    templates: row.templates ?? {},
  };
}
