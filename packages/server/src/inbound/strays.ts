import type { InboundEvent, KeptEvent } from '../providers/inbound-event.js';

/** Items of a number that none of the accounts has: they are kept, and touch nobody. */
export function findStrays(seen: readonly (readonly InboundEvent[])[]): KeptEvent[] {
  const [first = [], ...others] = seen.map(straysOf);
  const keys = others.map((other) => new Set(other.map(({ key }) => key)));
  return first.filter(({ key }) => keys.every((known) => known.has(key)));
}

function straysOf(events: readonly InboundEvent[]): KeptEvent[] {
  return events.flatMap((event) =>
    event.kind === 'ignored' && event.why === 'other_instance' && event.keep !== undefined ? [event.keep] : [],
  );
}
