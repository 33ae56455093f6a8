import { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';

export interface BarRow {
  id: string;
  label: ReactNode;
  value: number;
  /** What stands at the end of the bar. */
  shown: ReactNode;
  /** Which of the four greys. @default 1 */
  series?: 1 | 2 | 3 | 4;
}

/** Lengths to compare, each with its name before it and its number behind: a list to a screen reader. */
export function Bars({ rows, label }: { rows: readonly BarRow[]; label: string }) {
  const percent = scaleLinear({ domain: [0, Math.max(1, ...rows.map(({ value }) => value))], range: [0, 100] });
  return (
    <ul className="woa-bars" aria-label={label}>
      {rows.map(({ id, label: name, value, shown, series = 1 }) => (
        <li key={id}>
          <span>{name}</span>
          <span className="woa-bar-track" aria-hidden="true">
            {value > 0 && (
              <span className={`woa-bar woa-series-${series}`} style={{ inlineSize: `${percent(value)}%` }} />
            )}
          </span>
          <span className="woa-bar-value">{shown}</span>
        </li>
      ))}
    </ul>
  );
}
