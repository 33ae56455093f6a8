import { createPublicKey, verify } from 'node:crypto';

/** Longest life of a VAPID token, RFC 8292 section 2. */
const MAX_LIFE_SECONDS = 24 * 60 * 60;

/**
 * Reads `Authorization: vapid t=<JWT>, k=<public key>` as a push service does (RFC 8292): ES256 signature, audience, expiry, subject.
 *
 * @returns what is wrong, or the sender's public key (base64url, uncompressed point).
 */
export function checkVapid(
  authorization: string | undefined,
  { audience, nowSeconds }: { audience: string; nowSeconds: number },
): { failure: string } | { publicKey: string } {
  const match = /^vapid\s+t=([\w-]+)\.([\w-]+)\.([\w-]+)\s*,\s*k=([\w-]+)=*$/i.exec(authorization ?? '');
  const [, header = '', claims = '', signature = '', publicKey = ''] = match ?? [];
  if (!match) return { failure: 'no_vapid' };
  const point = Buffer.from(publicKey, 'base64url');
  if (point.length !== 65 || point[0] !== 4) return { failure: 'bad_key' };
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33).toString('base64url');
  try {
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    const signed = Buffer.from(`${header}.${claims}`);
    const genuine = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    if (!genuine) return { failure: 'bad_signature' };
    const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    if (aud !== audience) return { failure: 'wrong_audience' };
    if (typeof exp !== 'number' || exp <= nowSeconds || exp > nowSeconds + MAX_LIFE_SECONDS)
      return { failure: 'bad_expiry' };
    if (typeof sub !== 'string' || !/^(mailto:|https:)/.test(sub)) return { failure: 'bad_subject' };
  } catch {
    // A key off the curve, or claims that are no JSON.
    return { failure: 'unreadable' };
  }
  return { publicKey };
}
