'use client';
import { enablePush, type EnablePushOptions, type PushResult, type PushTarget } from '@whatsapp-optin/sdk/push';
import { useCallback, useState } from 'react';

/** Web push for the ticket of an opt-in. */
export interface Push {
  /** `idle` before the first tap, `asking` after it, then what came of it. */
  readonly status: 'idle' | 'asking' | PushResult['status'];
  /** The whole result; `null` before there is one. */
  readonly result: PushResult | null;
  /** Asks the customer and subscribes this device. Call it in a click handler. Never rejects. */
  enable(): Promise<PushResult>;
}

/**
 * Web push as the first tier of an opt-in: `usePush(useWhatsAppOptIn(…))`, or with what your server has handed to the page.
 *
 * @param options - address of the service worker, where it is not `/whatsapp-optin-sw.js`.
 */
export function usePush(target: PushTarget, options?: EnablePushOptions): Push {
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState<PushResult | null>(null);
  const enable = useCallback(async () => {
    // Called at once: a browser asks at the tap alone.
    const asked = enablePush(target, options);
    setAsking(true);
    const found = await asked;
    setResult(found);
    setAsking(false);
    return found;
  }, [target, options]);
  return { status: isAsking ? 'asking' : (result?.status ?? 'idle'), result, enable };
}
