import { StatusMark } from '../controls/status-mark.js';
import { useWords, type Words } from '../words/use-words.js';

const MINUTE_MS = 60_000;
const WINDOW_MS = 24 * 60 * MINUTE_MS;
const SOON_MS = 60 * MINUTE_MS;

/** How long staff may still answer, when that ends, and a bar of it. */
export function TimeLeft({ until, now }: { until: string; now: number }) {
  const words = useWords();
  const at = new Date(until);
  const leftMs = at.getTime() - now;
  const isSoon = leftMs <= SOON_MS;
  const percent = Math.min(100, (100 * leftMs) / WINDOW_MS);
  return (
    <div className="woa-reply-left" data-soon={isSoon || undefined}>
      <StatusMark tone={isSoon ? 'warn' : 'info'}>
        <b>{leftOf(leftMs, words)}</b>
      </StatusMark>
      <span className="woa-note" title={words.formats.exact(at)}>
        {words.t('reply.closes', { moment: words.formats.moment(at) })}
      </span>
      <span className="woa-bar-track" aria-hidden="true">
        <span className="woa-bar" style={{ inlineSize: `${percent}%` }} />
      </span>
    </div>
  );
}

function leftOf(leftMs: number, { t }: Words): string {
  const total = Math.floor(leftMs / MINUTE_MS);
  if (total < 1) return t('reply.leftMoment');
  if (total < 60) return t('reply.leftMinutes', { minutes: total });
  return t('reply.leftHours', { hours: Math.floor(total / 60), minutes: total % 60 });
}
