import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.js';

/** What will appear here, and how. */
export function Empty({ heading, children }: { heading: ReactNode; children?: ReactNode }) {
  return (
    <div className="woa-empty">
      <h3>{heading}</h3>
      {children && <p>{children}</p>}
    </div>
  );
}

/** The outline of what is being loaded. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useWords();
  return (
    <div className="woa-ghost-block" role="status">
      <span className="woa-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="woa-ghost" />
      ))}
    </div>
  );
}
