/**
 * The moments between which two calendar days lie, the last one included, in the reader's own zone.
 *
 * @param range - days as a date field gives them, `2026-11-24`.
 */
export function momentsOf({ from, to }: { from?: string; to?: string }): { from?: string; to?: string } {
  return {
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: dayAfter(to).toISOString() }),
  };
}

function dayAfter(day: string): Date {
  const midnight = new Date(`${day}T00:00:00`);
  midnight.setDate(midnight.getDate() + 1);
  return midnight;
}
