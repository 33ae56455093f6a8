import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { ZodType } from 'zod';
import { exportTable, type ExportFilter, type ExportKind } from '../../admin-queries/export-table.js';
import { describeAnswers } from '../describe-answers.js';
import { exact } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { requireStaff } from '../require-staff.js';
import { consentFilterQuery } from './analytics-documents.js';
import { notificationFilterQuery } from './delivery-documents.js';
import { sessionFilterQuery } from './session-documents.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const FILTERS = {
  sessions: sessionFilterQuery,
  notifications: notificationFilterQuery,
  consents: consentFilterQuery,
} as const satisfies Record<ExportKind, ZodType>;

/** So many characters go out at once. */
const CHUNK_LENGTH = 32_768;

/** Whole tables as CSV, streamed; phones are whole, and each export is written to the audit log. */
export function addExportRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  for (const kind of ['sessions', 'notifications', 'consents'] as const) {
    const route = createRoute({
      method: 'get',
      path: `/api/admin/export/${kind}.csv`,
      summary: `All ${kind} that the filter matches, as CSV`,
      description:
        'UTF-8 with a byte order mark. Text that a spreadsheet may take for a formula has an apostrophe before it.',
      security: STAFF_SECURITY,
      middleware: [requireStaff(context, 'data.export')] as const,
      request: { query: FILTERS[kind] },
      responses: describeAnswers(
        { 200: { description: 'The table', content: { 'text/csv': { schema: z.string() } } } },
        'UNAUTHORIZED',
        'FORBIDDEN',
        'UNPROCESSABLE',
      ),
    });
    app.openapi(route, async (c) => {
      const wanted: ExportFilter = { kind, filter: exact(c.req.valid('query')) };
      if (c.req.method === 'GET') await noteDown(context, c, { action: 'export.made', target: kind });
      const onFailure = () => context.log.error({ route: route.path }, 'An export broke off');
      const lines = exportTable(context.queries, memberOf(c).organizationId, wanted);
      return new Response(csvStream(lines, onFailure), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${kind}.csv"`,
          'x-accel-buffering': 'no',
        },
      });
    });
  }
}

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
