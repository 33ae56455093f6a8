import type { ApiClient, OptInAccess } from '../api-client.js';
import type { FunnelEventType } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';

/** Reports what the page saw of an opt-in; nothing waits for it, and nothing fails by it. */
export interface Funnel {
  report(type: FunnelEventType): void;
  /** The opt-in exists now: what was reported before goes out. Once. */
  attach(access: OptInAccess): void;
}

export function createFunnel(platform: Platform, api: ApiClient): Funnel {
  let access: OptInAccess | null = null;
  let unsent: FunnelEventType[] = [];

  function send(to: OptInAccess, type: FunnelEventType): void {
    const { url, body } = api.beacon(to, type);
    if (!platform.sendBeacon(url, body)) api.reportEvent(to, type).catch(() => {});
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
