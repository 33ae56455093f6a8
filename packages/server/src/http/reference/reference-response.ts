import { REFERENCE_STYLES_SOURCE } from './reference-styles.js';

/** One style sheet by its hash, and nothing that runs. */
const POLICY = `default-src 'none'; style-src ${REFERENCE_STYLES_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function referenceResponse(page: string): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
  return new Response(page, { headers });
}
