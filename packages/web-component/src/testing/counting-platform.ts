import { browserPlatform, type Platform } from '@whatsapp-optin/sdk';

/** What an opt-in holds of the world at this moment. */
export interface Holdings {
  requests: number;
  timers: number;
  listeners: number;
}

/** A world whose server never answers, and which counts what is held of it. Requests are let go by their signal. */
export function countingPlatform(): { platform: Platform; held: () => Holdings; requested: () => number } {
  const requests = new Set<unknown>();
  const timers = new Set<unknown>();
  const listeners = new Set<unknown>();
  let requested = 0;
  const hold = (holdings: Set<unknown>) => {
    const one = {};
    holdings.add(one);
    return () => {
      holdings.delete(one);
    };
  };
  const platform: Platform = {
    ...browserPlatform,
    fetch: (_url, init) => {
      const release = hold(requests);
      requested += 1;
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          release();
          reject(new DOMException('Aborted', 'AbortError'));
        });
      });
    },
    setTimer: () => hold(timers),
    onChange: () => hold(listeners),
  };
  const held = () => ({ requests: requests.size, timers: timers.size, listeners: listeners.size });
  return { platform, held, requested: () => requested };
}

export const NOTHING_HELD: Holdings = { requests: 0, timers: 0, listeners: 0 };
