import type { AdminNotification } from '@whatsapp-optin/sdk/contract';
import { expect, it } from 'vitest';
import { entriesOf, type TimelineEntry } from './use-timeline.js';

const at = (hour: number): TimelineEntry[] => {
  const moment = `2026-11-30T${String(hour).padStart(2, '0')}:00:00.000Z`;
  return [{ kind: 'notification', id: moment, at: moment, notification: {} as AdminNotification }];
};
const hoursOf = (entries: readonly TimelineEntry[]) => entries.map((entry) => Number(entry.at.slice(11, 13)));

it('puts what several lists know into one line of time', () => {
  const parts = [
    { entries: [at(9), at(4)], hasMore: false },
    { entries: [at(8), at(2)], hasMore: false },
  ];
  expect(hoursOf(entriesOf(parts))).toEqual([2, 4, 8, 9]);
});

it('shows nothing of a time that one of the lists has not loaded yet', () => {
  const parts = [
    { entries: [at(9), at(6)], hasMore: true },
    { entries: [at(8), at(2)], hasMore: false },
    { entries: [], hasMore: false },
  ];
  expect(hoursOf(entriesOf(parts))).toEqual([6, 8, 9]);
});
