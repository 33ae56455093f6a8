import type { ApiClient, OptInAccess } from '../api-client.js';
import { OptInError } from '../contract/errors.js';
import type { FunnelEventType } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';

/**
 * Reports steps of the funnel to the server. Nothing waits for it, and its errors are ignored. It sends a request before a beacon:
 * content filters block beacons to other origins, and the browser still reports them as sent.
 */
export interface Funnel {
  report(type: FunnelEventType): void;
  /** The opt-in exists now: sends the steps that were reported before. Call it once. */
  attach(access: OptInAccess): void;
}

export function createFunnel(platform: Platform, api: ApiClient): Funnel {
  let access: OptInAccess | null = null;
  let unsent: FunnelEventType[] = [];

  function send(to: OptInAccess, type: FunnelEventType): void {
    api.reportEvent(to, type).catch((error: unknown) => {
      if (!(error instanceof OptInError) || error.code !== 'NETWORK') return;
      const { url, body } = api.beacon(to, type);
      platform.sendBeacon(url, body);
    });
  }

  return {
    report(type) {
      if (access) send(access, type);
      else unsent.push(type);
    },
    attach(to) {
      if (access) return;
      access = to;
      send(to, 'impression');
      for (const type of unsent) send(to, type);
      unsent = [];
    },
  };
}
