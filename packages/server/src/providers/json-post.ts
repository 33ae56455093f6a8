import { callVendor, type VendorCall, type VendorCallResult } from './vendor-call.js';

export interface JsonPost extends Omit<VendorCall, 'method' | 'body'> {
  json: unknown;
}

/** Posts JSON once, as `callVendor` does. */
export async function postJson({ json, headers, ...call }: JsonPost): Promise<VendorCallResult> {
  return callVendor({
    ...call,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });
}
