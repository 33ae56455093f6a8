import { useWords } from '../words/use-words.js';
import { spanOf } from './spans.js';
import { useNow } from './use-now.js';

interface MomentProps {
  /** ISO 8601; `null` draws a dash. */
  at: string | null | undefined;
  /**
   * `span`: "in 3 h 20 min", the moment itself on hover and for screen readers; `ago`: the same of what has happened, never in the
   * future; `moment`: "24 Nov, 14:05". @default 'moment'
   */
  as?: 'span' | 'ago' | 'moment';
}

/** A moment, exact on hover. */
export function Moment({ at, as = 'moment' }: MomentProps) {
  const words = useWords();
  const now = useNow(30_000);
  if (!at) return <span className="woa-muted">–</span>;
  const date = new Date(at);
  const exact = words.formats.exact(date);
  // The clock is rounded down: news is younger than it.
  const shown = as === 'ago' ? new Date(Math.min(date.getTime(), now)) : date;
  return (
    <time dateTime={at} title={exact}>
      {as === 'moment' ? words.formats.moment(date) : spanOf(shown, now, words)}
      {as !== 'moment' && <span className="woa-hidden">, {exact}</span>}
    </time>
  );
}
