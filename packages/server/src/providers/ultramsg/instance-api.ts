import type { UltraMsgOptions } from '../../config/options.js';
import { callVendor, type VendorCallResult } from '../vendor-call.js';
import { instanceUrl } from './instance-id.js';

/** Longer than the answers that we ask for: 50 messages of 4,096 characters. */
const MAX_ANSWER_BYTES = 1024 * 1024;

export interface InstanceApiInput {
  options: UltraMsgOptions;
  fetch: typeof globalThis.fetch;
  deadlineMs?: number | undefined;
}

/**
 * Reads something of the instance. UltraMsg takes the token of a GET in the query alone, so that the address is as secret
 * as the token: it is written nowhere.
 */
export async function getFromInstance(
  { options, fetch, deadlineMs }: InstanceApiInput,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<VendorCallResult> {
  const url = `${instanceUrl(options)}${path}?${new URLSearchParams({ token: options.token, ...query })}`;
  return callVendor({ method: 'GET', url, fetch, deadlineMs, maxAnswerBytes: MAX_ANSWER_BYTES });
}

/** The JSON of an answer; `undefined` where there is none, or no success. */
export function readJsonAnswer(result: VendorCallResult): unknown {
  if (result.status !== 'answered' || result.httpStatus < 200 || result.httpStatus > 299) return undefined;
  try {
    return JSON.parse(result.text);
  } catch {
    return undefined;
  }
}
