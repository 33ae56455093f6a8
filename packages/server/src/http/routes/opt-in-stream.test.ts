import type { OptInStatus } from '@whatsapp-optin/sdk/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stateStream } from './opt-in-stream.js';

const WAITING: OptInStatus = { id: '1', state: 'waiting', expiresAt: '2026-11-24T06:00:00.000Z' };
const CONNECTED: OptInStatus = { ...WAITING, state: 'connected' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(next: () => Promise<IteratorResult<OptInStatus>>) {
  const stop = vi.fn();
  const onFailure = vi.fn();
  const stream = stateStream({ first: WAITING, states: { next }, stop, onFailure, heartbeatMs: 1_000 });
  const reader = stream.getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  return { stop, onFailure, reader, read };
}
const never = () => new Promise<never>(() => undefined);

it('sends a comment while nothing changes', async () => {
  const { read } = setUp(never);
  expect(await read()).toContain('"waiting"');
  const next = read();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await next).toBe(': keep-alive\n\n');
});

it('ends with the states, and its heart stops', async () => {
  const states = [{ done: false, value: CONNECTED } as const, { done: true, value: undefined } as const];
  const { reader, read, stop } = setUp(async () => states.shift() ?? expect.fail());
  await reader.read();
  expect(await read()).toContain('"connected"');
  expect((await reader.read()).done).toBe(true);
  expect([stop.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
});

it('ends where the watching fails, so that the page asks again', async () => {
  const { reader, onFailure } = setUp(async () => Promise.reject(new Error('down')));
  await reader.read();
  expect((await reader.read()).done).toBe(true);
  expect(onFailure).toHaveBeenCalledOnce();
});

it('stops the watching when the reader goes', async () => {
  const { reader, stop } = setUp(never);
  await reader.read();
  await reader.cancel();
  expect([stop.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
});
