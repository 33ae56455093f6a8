import { expect, it } from 'vitest';
import { createFormats } from '../words/create-formats.js';
import { momentsOf } from './moments-of.js';

it.each([
  ['Asia/Riyadh', '2026-11-24', '2026-11-23T21:00:00.000Z', '2026-11-24T21:00:00.000Z'],
  ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
  ['America/New_York', '2026-11-24', '2026-11-24T05:00:00.000Z', '2026-11-25T05:00:00.000Z'],
  ['Asia/Kolkata', '2026-11-24', '2026-11-23T18:30:00.000Z', '2026-11-24T18:30:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-24', '2026-11-23T10:00:00.000Z', '2026-11-24T10:00:00.000Z'],
  // The clock goes back on that day: it has 25 hours.
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
])('bounds a day in %s', (zone, day, from, to) => {
  expect(momentsOf({ from: day, to: day }, createFormats('en', zone))).toEqual({ from, to });
});
