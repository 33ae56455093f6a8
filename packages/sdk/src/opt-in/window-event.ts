import type { OptInEvent } from './opt-in.js';

/** The detail of an event for tag managers: states and codes, never a phone, a link, a ticket or a text. */
export function windowDetail(event: OptInEvent): Readonly<Record<string, string | null>> {
  switch (event.type) {
    case 'statechange':
      return { state: event.state, previous: event.previous, reason: event.reason };
    case 'skip':
      return { reason: event.reason };
    case 'failure':
      return { code: event.error.code };
    case 'funnel':
      return { step: event.step };
    default:
      return {};
  }
}
