import { useWords } from '../words/use-words.js';
import { spanOf } from './spans.js';
import { useNow } from './use-now.js';

interface MomentProps {
  /** ISO 8601; `null` draws a dash. */
  at: string | null | undefined;
  /** `span`: "in 3 h 20 min", the moment itself on hover and for screen readers; `moment`: "24 Nov, 14:05". @default 'moment' */
  as?: 'span' | 'moment';
}

/** A moment, exact on hover. */
export function Moment({ at, as = 'moment' }: MomentProps) {
  const words = useWords();
  const now = useNow(30_000);
  if (!at) return <span className="woa-muted">–</span>;
  const date = new Date(at);
  const exact = words.formats.exact(date);
  return (
    <time dateTime={at} title={exact}>
      {as === 'moment' ? words.formats.moment(date) : spanOf(date, now, words)}
      {as === 'span' && <span className="woa-hidden">, {exact}</span>}
    </time>
  );
}
