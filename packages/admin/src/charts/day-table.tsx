import { useState } from 'react';
import { Button } from '../controls/button.js';
import { useWords } from '../words/use-words.js';
import type { DayValues, Series } from './day-columns.js';

interface DayTableProps {
  label: string;
  series: readonly Series[];
  days: readonly DayValues[];
}

/** The numbers of a chart, for who cannot see it or wants to be exact. */
export function DayTable({ label, series, days }: DayTableProps) {
  const { t, formats } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div>
        <Button kind="plain" size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'chart.hideTable' : 'chart.showTable')}
        </Button>
      </div>
      {isOpen && (
        <div className="woa-table-frame">
          <div
            className="woa-table-scroll woa-short"
            tabIndex={0}
            role="region"
            aria-label={t('table.scroll', { name: label })}
          >
            <table className="woa-table" aria-label={label}>
              <thead>
                <tr>
                  <th scope="col">{t('chart.day')}</th>
                  {series.map(({ id, label: name }) => (
                    <th key={id} scope="col" className="woa-cell-number">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {days.map(({ day, values }) => (
                  <tr key={day}>
                    <th scope="row">{formats.day(day)}</th>
                    {series.map(({ id }) => (
                      <td key={id} className="woa-cell-number">
                        {formats.number(values[id] ?? 0)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </>
  );
}
