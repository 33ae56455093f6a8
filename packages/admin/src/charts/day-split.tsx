import { useWords } from '../words/use-words.js';
import type { DayValues, Series } from './day-columns.js';

interface DaySplitProps {
  series: readonly Series[];
  days: readonly DayValues[];
  /** Place of the day that is looked at; `null`: all of them. */
  chosen: number | null;
}

/** The legend, with the numbers of one day or of all: it stands beside the plot and covers nothing. */
export function DaySplit({ series, days, chosen }: DaySplitProps) {
  const { formats, t } = useWords();
  const shown = chosen === null ? days : days.slice(chosen, chosen + 1);
  const sumOf = (id: string) => shown.reduce((sum, { values }) => sum + (values[id] ?? 0), 0);
  const day = chosen === null ? undefined : days[chosen]?.day;
  return (
    <ul className="woa-legend" aria-hidden="true">
      <li className="woa-legend-day">{day === undefined ? t('chart.allDays') : formats.day(day)}</li>
      {series.map(({ id, label }, at) => (
        <li key={id}>
          <span className={`woa-swatch woa-series-${at + 1}`} />
          {label}
          <b>{formats.number(sumOf(id))}</b>
        </li>
      ))}
    </ul>
  );
}
