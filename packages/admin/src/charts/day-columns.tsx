import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { useAdmin } from '../use-admin.js';
import { useWords } from '../words/use-words.js';
import { DaySplit } from './day-split.js';
import { DayTable } from './day-table.js';
import { useChosenDay } from './use-chosen-day.js';
import { useWidth } from './use-width.js';

export interface Series {
  id: string;
  label: string;
}

export interface DayValues {
  /** `2026-11-24` */
  day: string;
  values: Readonly<Record<string, number>>;
}

interface DayColumnsProps {
  /** What the chart shows; read out. */
  label: string;
  /** At most four, from the ground up; their greys differ. */
  series: readonly Series[];
  days: readonly DayValues[];
}

const HEIGHT = 180;
const TOP = 18;
const BOTTOM = 22;
const MARGIN = 44;

/** Columns of a day each, stacked; the day under the pointer or the arrow keys is split above; the same numbers as a table below. */
export function DayColumns({ label, series, days }: DayColumnsProps) {
  const { dir } = useAdmin();
  const { formats, t } = useWords();
  const [width, measure] = useWidth();
  const totals = days.map(({ values }) => series.reduce((sum, { id }) => sum + (values[id] ?? 0), 0));
  const highest = Math.max(1, ...totals);
  const [start, end] = [MARGIN, Math.max(MARGIN + 1, width)];
  const x = scaleBand({
    domain: days.map(({ day }) => day),
    range: dir === 'rtl' ? [end - MARGIN, 0] : [start, end],
    padding: 0.25,
  });
  const y = scaleLinear({ domain: [0, highest], range: [HEIGHT - BOTTOM, TOP], nice: 4 });
  const labelled = labelledDays(totals);
  const { chosen, choose, onKeyDown } = useChosenDay(days.length, dir);
  const valueText = (at: number) => {
    const parts = series.map(({ id, label: name }) => `${name} ${formats.number(days[at]?.values[id] ?? 0)}`);
    return `${formats.day(days[at]?.day ?? '')}: ${formats.list(parts)}`;
  };
  return (
    <figure className="woa-chart" ref={measure}>
      <DaySplit series={series} days={days} chosen={chosen} />
      {width > 0 && (
        <svg
          height={HEIGHT}
          role="slider"
          tabIndex={0}
          aria-label={`${label}. ${t('chart.asTable')}`}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, days.length - 1)}
          aria-valuenow={chosen ?? Math.max(0, days.length - 1)}
          aria-valuetext={chosen === null ? t('chart.allDays') : valueText(chosen)}
          onKeyDown={onKeyDown}
          onBlur={() => choose(null)}
          onPointerLeave={() => choose(null)}
        >
          {y.ticks(3).map((tick) => (
            <g key={tick}>
              <Line
                className="woa-axis"
                from={{ x: dir === 'rtl' ? 0 : start, y: y(tick) }}
                to={{ x: dir === 'rtl' ? end - MARGIN : end, y: y(tick) }}
              />
              <text x={dir === 'rtl' ? end : 0} y={y(tick) + 4} textAnchor={dir === 'rtl' ? 'end' : 'start'}>
                {formats.number(tick)}
              </text>
            </g>
          ))}
          {days.map(({ day, values }, at) => {
            const left = x(day) ?? 0;
            const total = totals[at] ?? 0;
            let below = 0;
            return (
              <g key={day} data-chosen={at === chosen || undefined} onPointerEnter={() => choose(at)}>
                <rect
                  className="woa-column-hit"
                  x={left}
                  y={TOP}
                  width={x.bandwidth()}
                  height={HEIGHT - BOTTOM - TOP}
                />
                {series.map(({ id }, place) => {
                  const value = values[id] ?? 0;
                  const foot = y(below);
                  below += value;
                  const height = Math.max(0, foot - y(below));
                  return (
                    <Bar
                      key={id}
                      className={`woa-series-${place + 1}`}
                      x={left}
                      y={y(below)}
                      width={x.bandwidth()}
                      height={height}
                    />
                  );
                })}
                {labelled.has(at) && total > 0 && (
                  <text x={left + x.bandwidth() / 2} y={y(total) - 5} textAnchor="middle">
                    {formats.number(total)}
                  </text>
                )}
                {isNamed(at, days.length) && (
                  <text x={left + x.bandwidth() / 2} y={HEIGHT - 6} textAnchor={anchorOf(at, days.length, dir)}>
                    {formats.day(day)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
      <DayTable label={label} series={series} days={days} />
    </figure>
  );
}

/** The highest day and the last one carry their number; more would be noise. */
function labelledDays(totals: readonly number[]): ReadonlySet<number> {
  return new Set([totals.indexOf(Math.max(...totals)), totals.length - 1]);
}

function isNamed(at: number, count: number): boolean {
  return at === 0 || at === count - 1 || (count > 8 && at === Math.floor(count / 2)) || (count <= 8 && at % 2 === 0);
}

function anchorOf(at: number, count: number, dir: 'ltr' | 'rtl'): 'start' | 'middle' | 'end' {
  const [first, last] = dir === 'rtl' ? (['end', 'start'] as const) : (['start', 'end'] as const);
  if (count <= 8) return 'middle';
  return at === 0 ? first : at === count - 1 ? last : 'middle';
}
