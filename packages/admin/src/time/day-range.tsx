import type { DayRange } from '@whatsapp-optin/sdk/contract';
import { useState, type ReactNode } from 'react';
import { FilterField } from '../controls/filters.js';
import { useWords } from '../words/use-words.js';

const SPANS = ['7', '30', '90', '365'] as const;
type Span = (typeof SPANS)[number];
const DAY_MS = 86_400_000;

/** The last so many days, today included, as the analytics take them. */
export function useDayRange(): { range: DayRange; chooser: ReactNode } {
  const { t, formats } = useWords();
  const [span, setSpan] = useState<Span>('30');
  const [today] = useState(() => Date.now());
  const dayOf = (daysAgo: number) => formats.dayOf(new Date(today - daysAgo * DAY_MS));
  const label = (count: Span) => t('filter.lastDays', { count: Number(count) });
  return {
    range: span === '30' ? {} : { from: dayOf(Number(span) - 1), to: dayOf(0) },
    chooser: (
      <FilterField
        label={t('filter.span')}
        all={label('30')}
        value={span === '30' ? '' : span}
        onChange={(next) => setSpan(next === '' ? '30' : next)}
        choices={SPANS.filter((one) => one !== '30').map((value) => ({ value, label: label(value) }))}
      />
    ),
  };
}
