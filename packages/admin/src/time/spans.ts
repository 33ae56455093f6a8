import type { Words } from '../words/use-words.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** "in 3 h 20 min", "42 min ago", "in 2 days": from `now` to `at`. A new window is shown in hours. */
export function spanOf(at: Date, now: number, { t }: Pick<Words, 't'>): string {
  const ms = at.getTime() - now;
  const total = Math.floor(Math.abs(ms) / MINUTE_MS);
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  const ahead = ms > 0;
  if (total < 1) return t(ahead ? 'time.inMoment' : 'time.agoMoment');
  if (total < 60) return t(ahead ? 'time.inMinutes' : 'time.agoMinutes', { minutes });
  if (total < (ahead ? 2 : 1) * DAY_MINUTES) return t(ahead ? 'time.inHours' : 'time.agoHours', { hours, minutes });
  const count = Math.floor(total / DAY_MINUTES);
  return t(ahead ? 'time.inDays' : 'time.agoDays', { count });
}
