import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { STAFF_KEY } from '../connection/staff-query.js';
import { createFormatSource } from './format-source.js';

const AT = new Date('2026-11-24T21:35:00Z');

it('shows moments in the zone of the organization as soon as it is known', () => {
  const queries = new QueryClient();
  const source = createFormatSource('en', undefined, queries);
  const changed = vi.fn();
  source.subscribe(changed);
  queries.setQueryData(STAFF_KEY, { organization: { timeZone: 'Asia/Riyadh' } });
  expect(changed).toHaveBeenCalledOnce();
  expect([source.get().time(AT), source.get().dayOf(AT)]).toEqual(['00:35', '2026-11-25']);
  expect(source.get().zone).toBe('Arabian Standard Time');
});

it('keeps the zone that the host has chosen', () => {
  const queries = new QueryClient();
  const source = createFormatSource('en', 'UTC', queries);
  source.subscribe(() => {});
  queries.setQueryData(STAFF_KEY, { organization: { timeZone: 'Asia/Riyadh' } });
  expect(source.get().time(AT)).toBe('21:35');
});
