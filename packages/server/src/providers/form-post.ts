import { callVendor, type VendorCall, type VendorCallResult } from './vendor-call.js';

export interface FormPost extends Omit<VendorCall, 'method' | 'body'> {
  form: Readonly<Record<string, string>>;
}

export type FormPostResult = VendorCallResult;

/** Posts a form once, as `callVendor` does. */
export async function postForm({ form, headers, ...call }: FormPost): Promise<FormPostResult> {
  return callVendor({
    ...call,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  });
}
