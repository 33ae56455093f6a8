import { z } from '@hono/zod-openapi';
import { MAX_REPORT_DAYS } from '../analytics/day-range.js';

const DAY_MS = 24 * 3600 * 1000;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];
const YEAR_RULE = `must lie in the years ${FIRST_YEAR} to ${LAST_YEAR}.`;

/** A calendar day of a request, `2026-11-24`. */
export const day = z.iso.date().refine(hasPossibleYear, YEAR_RULE);

/**
 * A moment of a request: ISO 8601 with any offset. It leaves here in UTC, since PostgreSQL knows fewer offsets and fewer
 * digits of a second.
 */
export const inputMoment = z
  .string()
  .max(40)
  .pipe(z.iso.datetime({ offset: true }))
  .refine(hasPossibleYear, YEAR_RULE)
  .transform((text) => new Date(text).toISOString())
  .openapi({ type: 'string', format: 'date-time', maxLength: 40 });

/** Names `from` where it is after `to`, or more than `MAX_REPORT_DAYS` before it. Days include both ends. */
export function checkRange(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (from === undefined || to === undefined) return;
  const lengthMs = Date.parse(to) - Date.parse(from) + (to.includes('T') ? 0 : DAY_MS);
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['from'], message });
  if (Date.parse(from) > Date.parse(to)) refuse('must not be after `to`.');
  else if (lengthMs > MAX_REPORT_DAYS * DAY_MS) refuse(`may be at most ${MAX_REPORT_DAYS} days before \`to\`.`);
}

function hasPossibleYear(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
