import type { Formats } from '../words/create-formats.js';

/**
 * The moments between which two calendar days lie, the last one included, in the zone of the page.
 *
 * @param range - days as a date field gives them, `2026-11-24`.
 */
export function momentsOf(
  { from, to }: { from?: string; to?: string },
  { startOf }: Pick<Formats, 'startOf'>,
): { from?: string; to?: string } {
  return {
    ...(from && { from: startOf(from).toISOString() }),
    ...(to && { to: startOf(dayAfter(to)).toISOString() }),
  };
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
