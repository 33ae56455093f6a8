import { RATE_LIMITS } from '../providers/rate-limiter.js';
import { number } from './fields.js';

/** How fast one account may send, of any vendor. Without it the vendor's own figure counts. */
export function messagesPerSecond(prefix: string, limit: keyof typeof RATE_LIMITS, sender: string, further = '') {
  const help = `Most messages that ${sender} sends in a second. A vendor's "too fast" halves it for a while.`;
  return number({
    env: `${prefix}_MESSAGES_PER_SECOND`,
    help: further === '' ? help : `${help} ${further}`,
    limits: { min: 1, max: 1000, unit: 'messages' },
    defaultText: String(RATE_LIMITS[limit].perSecond),
  });
}
