import type { UltraMsgOptions } from '../../config/options.js';

export const ULTRAMSG_BASE_URL = 'https://api.ultramsg.com';

/** `1150` and `instance1150` are one instance: webhooks carry the first, the API's paths the second. */
export function isSameInstance(found: unknown, own: string): boolean {
  if (typeof found !== 'string' && typeof found !== 'number') return false;
  return instanceNumber(String(found)) === instanceNumber(own);
}

/** How a webhook may write the instance. */
export function instanceSpellings(instanceId: string): string[] {
  const number = instanceNumber(instanceId);
  return [number, `instance${number}`];
}

function instanceNumber(instanceId: string): string {
  return instanceId
    .trim()
    .toLowerCase()
    .replace(/^instance/, '');
}

/** `https://api.ultramsg.com/instance1150`, before each path of the API. */
export function instanceUrl({ instanceId, baseUrl }: Pick<UltraMsgOptions, 'instanceId' | 'baseUrl'>): string {
  return `${(baseUrl ?? ULTRAMSG_BASE_URL).replace(/\/+$/, '')}/instance${instanceNumber(instanceId)}`;
}
