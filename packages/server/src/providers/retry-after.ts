const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * Milliseconds that a `Retry-After` header asks to wait, seconds or date (RFC 9110, 10.2.3); never negative, at most a
 * day. `null` where the header is absent or says neither.
 */
export function readRetryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim();
  if (!text) return null;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), LONGEST_MS);
}
