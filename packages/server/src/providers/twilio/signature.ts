import { createHash, createHmac } from 'node:crypto';
import { parse, stringify } from 'node:querystring';
import { isSameSecret } from '../same-secret.js';
import type { WebhookRequest, WebhookVerdict } from '../whatsapp-provider.js';

/** What Twilio signs with, and for which address. */
export interface TwilioSigningInput {
  /** Auth tokens that hold: during a rotation the new one, then the old one. Empty ones are passed over. */
  authTokens: readonly string[];
  /**
   * `https://host/base-path`, as the webhooks are registered at Twilio. The address in the request is not asked: a proxy
   * rewrites it, and a stranger chooses its `Host`.
   */
  publicUrl: string;
}

/** Our paths begin with this, below any base path. */
const WEBHOOK_PATH = '/api/webhooks/twilio/';

/** Parameter of the URL in which Twilio signs a JSON body. */
export const BODY_DIGEST_PARAMETER = 'bodySHA256';

/** Verdict on `X-Twilio-Signature`; nothing is read from the body but the fields that are signed. */
export function verifyTwilioWebhook(
  request: WebhookRequest,
  { authTokens, publicUrl }: TwilioSigningInput,
): WebhookVerdict {
  const tokens = authTokens.filter((token) => token !== '');
  if (tokens.length === 0 || !URL.canParse(publicUrl)) return 'not_configured';
  const at = request.url.pathname.lastIndexOf(WEBHOOK_PATH);
  // Two headers come joined by a comma, which is in no signature.
  const signature = request.headers.get('x-twilio-signature');
  if (at === -1 || !signature) return 'forged';
  const url = publicUrl.replace(/\/+$/, '') + request.url.pathname.slice(at) + request.url.search;
  const isGenuine = tokens.some((authToken) =>
    isSignedRequest({ authToken, signature, url, rawBody: request.rawBody }),
  );
  return isGenuine ? 'genuine' : 'forged';
}

/**
 * Whether `signature` is Twilio's for this URL and body. A JSON body is signed by its digest in the query,
 * `bodySHA256`; of a form, every field is signed, those that Twilio may add one day included.
 *
 * @see https://www.twilio.com/docs/usage/security, and `src/webhooks/webhooks.ts` of twilio-node for the variants
 */
export function isSignedRequest(request: {
  authToken: string;
  signature: string;
  url: string;
  rawBody: Uint8Array;
}): boolean {
  const { authToken, signature, url, rawBody } = request;
  const bodyDigest = new URL(url).searchParams.get(BODY_DIGEST_PARAMETER);
  if (bodyDigest !== null) {
    const isThisBody = isSameSecret(bodyDigest, createHash('sha256').update(rawBody).digest('hex'));
    return isThisBody && isSigned({ authToken, signature, url, fields: '' });
  }
  return isSigned({ authToken, signature, url, fields: joinFields(new TextDecoder().decode(rawBody)) });
}

/** All variants are compared, whichever is right. */
function isSigned(input: { authToken: string; signature: string; url: string; fields: string }): boolean {
  const { authToken, signature, url, fields } = input;
  const matches = signedUrls(url).map((variant) =>
    isSameSecret(
      signature,
      createHmac('sha1', authToken)
        .update(variant + fields)
        .digest('base64'),
    ),
  );
  return matches.includes(true);
}

/**
 * The spellings of one URL that Twilio's back ends sign, "inconsistent" as its own library says: with and without
 * the port, and with the query as it was registered or re-encoded. `URL` escapes the apostrophe, which Twilio may not.
 */
function signedUrls(address: string): string[] {
  const { protocol, username, password, hostname, port, pathname, search } = new URL(address);
  const user = password ? `${username}:${password}@` : username && `${username}@`;
  const ports = ['', `:${port || (protocol === 'https:' ? '443' : '80')}`];
  // Without a limit: fields beyond Node's thousandth would else be left out of what is checked.
  const rewritten = search && `?${stringify(parse(search.slice(1), '&', '=', { maxKeys: 0 }))}`;
  const queries = new Set([search, search.replaceAll('%27', "'"), rewritten]);
  return ports.flatMap((suffix) =>
    [...queries].map((query) => `${protocol}//${user}${hostname}${suffix}${pathname}${query}`),
  );
}

/**
 * The text of a form that Twilio signs: names and values in the order of the names, without a border between them. Equal
 * values of one name count once, sorted, as in Twilio's libraries.
 */
export function joinFields(body: string): string {
  const form = new URLSearchParams(body);
  return [...new Set(form.keys())]
    .sort()
    .flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value))
    .join('');
}
