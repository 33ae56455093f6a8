import type { ConsentFilter, NotificationFilter, SessionFilter } from '@whatsapp-optin/sdk/contract';
import type { ConsentQueries, ConsentRow } from './consent-queries.js';
import { CSV_BEGIN, csvLine, type CsvValue } from './csv.js';
import type { NotificationQueries, NotificationRow } from './notification-queries.js';
import { eachRow, type PageRequest } from './page.js';
import type { SessionQueries, SessionRow } from './session-queries.js';

export const EXPORT_KINDS = ['sessions', 'notifications', 'consents'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ExportSources {
  sessions: Pick<SessionQueries, 'list'>;
  notifications: Pick<NotificationQueries, 'list'>;
  consents: Pick<ConsentQueries, 'list'>;
}

export type ExportFilter =
  | { kind: 'sessions'; filter: SessionFilter }
  | { kind: 'notifications'; filter: NotificationFilter }
  | { kind: 'consents'; filter: ConsentFilter };

/** The columns in order: name and value. Phones are not masked, because an export needs them. */
type Columns<Row> = readonly (readonly [string, (row: Row) => CsvValue])[];

const SESSIONS: Columns<SessionRow> = [
  ['id', ({ id }) => id],
  ['status', ({ status }) => status],
  ['customer_name', ({ person }) => person.name],
  ['phone', ({ person }) => person.phone],
  ['ticket_id', ({ ticket }) => ticket?.id ?? null],
  ['ticket_number', ({ ticket }) => ticket?.number ?? null],
  ['initiated_at', ({ initiatedAt }) => initiatedAt],
  ['last_inbound_at', ({ lastInboundAt }) => lastInboundAt],
  ['expires_at', ({ expiresAt }) => expiresAt],
  ['ended_at', ({ endedAt }) => endedAt],
  ['end_reason', ({ endReason }) => endReason],
  ['renewal_notices', ({ notices }) => notices],
  ['renewed', ({ renewed }) => renewed],
  ['opted_out', ({ optedOut }) => optedOut],
];

const NOTIFICATIONS: Columns<NotificationRow> = [
  ['id', ({ id }) => id],
  ['created_at', ({ createdAt }) => createdAt],
  ['kind', ({ kind }) => kind],
  ['type', ({ type }) => type],
  ['ticket_id', ({ ticket }) => ticket?.id ?? null],
  ['ticket_number', ({ ticket }) => ticket?.number ?? null],
  ['customer_name', ({ person }) => person?.name ?? null],
  ['phone', ({ person }) => person?.phone ?? null],
  ['method', ({ method }) => method],
  ['reason', ({ reason }) => reason],
  ['success', ({ success }) => success],
  ['settled', ({ settled }) => settled],
  ['delivered_to', ({ deliveredTo }) => deliveredTo],
  [
    'walk',
    ({ attempts }) =>
      attempts.map(({ tier, status, reason }) => [tier, status, reason].filter(Boolean).join(' ')).join('; '),
  ],
  [
    'provider_message_ids',
    ({ attempts }) => attempts.flatMap(({ providerMessageId }) => providerMessageId ?? []).join('; '),
  ],
  ['cost', ({ attempts }) => costOf(attempts)],
  ['cost_currency', ({ attempts }) => attempts.find(({ price }) => price?.currency)?.price?.currency ?? null],
  ['late', ({ attempts }) => attempts.some(({ late }) => late)],
];

const CONSENTS: Columns<ConsentRow> = [
  ['id', ({ id }) => id],
  ['recorded_at', ({ recordedAt }) => recordedAt],
  ['contact_id', ({ contactId }) => contactId],
  ['action', ({ action }) => action],
  ['purpose', ({ purpose }) => purpose],
  ['channel', ({ channel }) => channel],
  ['method', ({ method }) => method],
  ['wording', ({ wording }) => wording],
  ['wording_locale', ({ wordingLocale }) => wordingLocale],
  ['consent_text', ({ consentText }) => consentText],
  ['consent_version', ({ consentVersion }) => consentVersion],
  ['consent_hash', ({ consentHash }) => consentHash],
  ['consent_source', ({ consentSource }) => consentSource],
  ['page_origin', ({ pageOrigin }) => pageOrigin],
  ['ticket_id', ({ ticketId }) => ticketId],
  ['opt_in_id', ({ optInId }) => optInId],
  ['inbound_message_id', ({ inboundMessageId }) => inboundMessageId],
  ['provider', ({ provider }) => provider],
  ['message_sent_at', ({ messageSentAt }) => messageSentAt],
  ['evidence', ({ evidence }) => evidence],
  ['seal_position', ({ seal }) => seal?.position ?? null],
  ['seal_hash', ({ seal }) => seal?.hash ?? null],
];

/** A table as CSV, line by line and page by page, whatever its length. */
export async function* exportTable(
  sources: ExportSources,
  organizationId: string,
  wanted: ExportFilter,
): AsyncGenerator<string> {
  yield CSV_BEGIN + csvLine(COLUMNS[wanted.kind].map(([name]) => name));
  for await (const values of readValues(sources, organizationId, wanted)) yield csvLine(values);
}

/** The same table row by row, by the names of its columns. */
export async function* exportRows(
  sources: ExportSources,
  organizationId: string,
  wanted: ExportFilter,
): AsyncGenerator<Record<string, CsvValue>> {
  const names = COLUMNS[wanted.kind].map(([name]) => name);
  for await (const values of readValues(sources, organizationId, wanted)) {
    yield Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
  }
}

const COLUMNS = { sessions: SESSIONS, notifications: NOTIFICATIONS, consents: CONSENTS };

async function* readValues(
  sources: ExportSources,
  organizationId: string,
  wanted: ExportFilter,
): AsyncGenerator<CsvValue[]> {
  switch (wanted.kind) {
    case 'sessions': {
      const page = { ...wanted.filter, sort: 'initiatedAt', marginSeconds: 0, byPartOfPhone: true } as const;
      const read = (at: PageRequest) => sources.sessions.list(organizationId, { ...page, ...at });
      yield* valuesOf(SESSIONS, eachRow(read));
      break;
    }
    case 'notifications': {
      const read = (at: PageRequest) => sources.notifications.list(organizationId, { ...wanted.filter, ...at });
      yield* valuesOf(NOTIFICATIONS, eachRow(read));
      break;
    }
    case 'consents': {
      const read = (at: PageRequest) => sources.consents.list(organizationId, { ...wanted.filter, ...at });
      yield* valuesOf(CONSENTS, eachRow(read));
      break;
    }
  }
}

async function* valuesOf<Row>(columns: Columns<Row>, rows: AsyncIterable<Row>): AsyncGenerator<CsvValue[]> {
  for await (const row of rows) yield columns.map(([, read]) => read(row));
}

function costOf(attempts: NotificationRow['attempts']): number | null {
  const known = attempts.flatMap(({ price }) => (price === null ? [] : [price.amount]));
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}
