import { act, renderHook } from '@testing-library/react';
import type { PushPlatform } from '@whatsapp-optin/sdk/push';
import { expect, it } from 'vitest';
import { usePush } from './use-push.js';

const CREDENTIALS = { server: 'https://queue.example', optInId: 'opt-in-1', clientToken: 'ct_1' };

it('follows what came of the question', async () => {
  let answer: (permission: 'denied') => void = () => undefined;
  const platform: PushPlatform = {
    isSupported: () => true,
    needsHomeScreen: () => false,
    permission: () => 'default',
    requestPermission: () => new Promise((resolve) => (answer = resolve)),
    register: () => Promise.reject(new Error('not reached')),
  };
  const options = { platform };
  const { result } = renderHook(() => usePush(CREDENTIALS, options));
  expect(result.current.status).toBe('idle');
  let asked: Promise<unknown> = Promise.resolve();
  act(() => void (asked = result.current.enable()));
  expect(result.current.status).toBe('asking');
  await act(async () => {
    answer('denied');
    await asked;
  });
  expect([result.current.status, result.current.result]).toEqual(['denied', { status: 'denied' }]);
});
