import { isReachableFrom } from './loopback.js';
import type { ProviderFinding } from './whatsapp-provider.js';

/** Why a vendor cannot call us; `null`: it can. */
export function refuseUnreachable(publicUrl: string, vendorUrl: string): ProviderFinding | null {
  if (isReachableFrom(vendorUrl, publicUrl)) return null;
  return notChanged('PUBLIC_URL is on this machine', 'Set PUBLIC_URL to the https address that your proxy serves.');
}

/** @param what - such as `The webhook of the instance leads to https://…` */
export function changed(what: string): ProviderFinding {
  return { level: 'ok', message: `${what}.`, advice: null };
}

/** @param why - a clause without a full stop. */
export function notChanged(why: string, advice: string): ProviderFinding {
  return { level: 'problem', message: `The webhook was not changed: ${why}.`, advice };
}
