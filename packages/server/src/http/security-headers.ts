/**
 * On every answer: answers carry tokens and facts about people, so no cache keeps them; what a browser shows of them runs
 * nothing and is framed by nobody; addresses that carry a token are not passed on as a referrer.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** A year: browsers ask for the address by https alone from the first answer on. Not for subdomains, which are the host's. */
export const HSTS_HEADER = { 'strict-transport-security': 'max-age=31536000' } as const;
