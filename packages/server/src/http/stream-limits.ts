import { problemResponse } from './problem-response.js';

/**
 * Streams that may be open at once. A page has one for each ticket, and a waiting room shares one address. A page whose stream
 * is refused polls.
 */
export const STREAM_LIMITS = { optIn: 5, address: 1_000, process: 5_000 } as const;

export interface StreamLimits {
  /** @returns the function that gives the place back, or the answer for one stream too many. */
  take(optInId: string, clientAddress: string | null): (() => void) | Response;
}

const RETRY_AFTER_SECONDS = 30;

/** Counters of this process. */
export function createStreamLimits(
  limits: Readonly<Record<keyof typeof STREAM_LIMITS, number>> = STREAM_LIMITS,
): StreamLimits {
  const open = new Map<string, number>();
  return {
    take(optInId, clientAddress) {
      const counted: [string, number, string][] = [
        [`opt-in ${optInId}`, limits.optIn, 'of this opt-in'],
        ...(clientAddress === null
          ? []
          : [[`address ${clientAddress}`, limits.address, 'from this address'] as [string, number, string]]),
        ['process', limits.process, 'to this server'],
      ];
      const full = counted.find(([key, limit]) => (open.get(key) ?? 0) >= limit);
      if (full !== undefined) {
        const detail = `There are ${full[1]} streams ${full[2]} already; ask for the state instead, or try again later.`;
        return problemResponse('RATE_LIMITED', detail, { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } });
      }
      for (const [key] of counted) open.set(key, (open.get(key) ?? 0) + 1);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        for (const [key] of counted) {
          const left = (open.get(key) ?? 1) - 1;
          if (left > 0) open.set(key, left);
          else open.delete(key);
        }
      };
    },
  };
}
