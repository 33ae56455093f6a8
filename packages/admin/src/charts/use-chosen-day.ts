import { useState, type KeyboardEvent } from 'react';

/** Which day of a chart is looked at, by pointer or by arrow keys; Escape and leaving show all again. */
export function useChosenDay(count: number, dir: 'ltr' | 'rtl') {
  const [place, setPlace] = useState<number | null>(null);
  const chosen = place !== null && place < count ? place : null;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, chosen, { last: count - 1, isTurned: dir === 'rtl' });
    if (next === undefined) return;
    event.preventDefault();
    setPlace(next);
  };
  return { chosen, choose: setPlace, onKeyDown };
}

/** @returns `undefined` for a key that means nothing here; `null`: all days. */
export function placeAfter(
  key: string,
  place: number | null,
  { last, isTurned }: { last: number; isTurned: boolean },
): number | null | undefined {
  if (key === 'Escape') return null;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  if (place === null) return last;
  const step = (key === 'ArrowRight') === isTurned ? -1 : 1;
  return Math.min(last, Math.max(0, place + step));
}
