import { PAGE_STYLES_SOURCE } from '../customer-page/page-styles.js';

/** A page of the customer's own: its one style sheet by hash, its forms to us, and nothing else. */
const POLICY = `default-src 'none'; style-src ${PAGE_STYLES_SOURCE}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

export function customerPageResponse(html: string, locale: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': POLICY,
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}

/** The path of a page for browsers, with whatever a proxy puts before it. */
export function pagePath(publicUrl: string, token: string): string {
  return `${new URL(publicUrl).pathname.replace(/\/$/, '')}/m/${token}`;
}
