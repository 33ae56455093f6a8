import type { z } from '@hono/zod-openapi';
import { EXPORT_KINDS, exportTable, type ExportFilter, type ExportKind } from '../../admin-queries/export-table.js';
import { defineRoute } from '../define-route.js';
import { staff } from '../who.js';
import { consentFilterQuery } from './analytics-documents.js';
import { notificationFilterQuery } from './delivery-documents.js';
import { sessionFilterQuery } from './session-documents.js';

const FILTERS = {
  sessions: sessionFilterQuery,
  notifications: notificationFilterQuery,
  consents: consentFilterQuery,
} as const satisfies Record<ExportKind, z.ZodObject>;

/** So many characters go out at once. */
const CHUNK_LENGTH = 32_768;

/** Whole tables as CSV, streamed; phones are whole, and each export is written to the audit log. */
export const EXPORT_ROUTES = EXPORT_KINDS.map((kind) => {
  const path = `/api/admin/export/${kind}.csv` as const;
  return defineRoute(
    {
      method: 'get',
      path,
      id: `export${kind[0]?.toUpperCase()}${kind.slice(1)}`,
      tag: 'Staff',
      summary: `All ${kind} that the filter matches, as CSV`,
      description:
        'UTF-8 with a byte order mark. Text that a spreadsheet may take for a formula has an apostrophe before it.',
      who: staff('data.export'),
      query: FILTERS[kind],
      output: { 200: { description: 'The table', contentType: 'text/csv' } },
      example: { query: { from: '2026-11-01T00:00:00Z', to: '2026-11-24T00:00:00Z' } },
    },
    async ({ context, c, organizationId, query, note }) => {
      const wanted: ExportFilter = { kind, filter: query };
      if (c.req.method === 'GET') await note({ action: 'export.made', target: kind });
      const onFailure = () => context.log.error({ route: path }, 'An export broke off');
      return new Response(csvStream(exportTable(context.queries, organizationId, wanted), onFailure), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${kind}.csv"`,
          'x-accel-buffering': 'no',
        },
      });
    },
  );
});

/** A failure breaks the download off: half a table that looks whole would be worse. */
function csvStream(lines: AsyncGenerator<string>, onFailure: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let chunk = '';
      try {
        while (chunk.length < CHUNK_LENGTH) {
          const line = await lines.next();
          if (line.done) {
            if (chunk !== '') controller.enqueue(encoder.encode(chunk));
            return controller.close();
          }
          chunk += line.value;
        }
        controller.enqueue(encoder.encode(chunk));
      } catch (error) {
        onFailure();
        controller.error(error);
      }
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
