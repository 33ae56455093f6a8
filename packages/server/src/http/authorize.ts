import type { RouteContext } from './http-env.js';
import type { KeyHolder, KeyKind } from './keyring.js';
import { problemResponse } from './problem-response.js';

const CLIENT_TOKEN_PREFIX = 'ct_';

/** `Authorization: Bearer …`; `null` without one. */
export function bearerOf(headers: Headers): string | null {
  return /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

export function isClientToken(token: string): boolean {
  return token.startsWith(CLIENT_TOKEN_PREFIX);
}

/** @returns the holder, or the answer that refuses: 401 without a key that is known, 403 for a key of another kind. */
export async function identifyKey(
  context: RouteContext,
  call: { headers: Headers; clientAddress: string | null; kinds: readonly KeyKind[] },
): Promise<KeyHolder | Response> {
  const key = bearerOf(call.headers);
  const wanted = call.kinds.join(' or ');
  if (key === null) return unauthorized(`Send the ${wanted} key as "Authorization: Bearer …".`);
  const limited = await checkGuessing(context, call.clientAddress);
  if (limited !== null) return limited;
  const holder = context.keyring.identify(key);
  if (!holder && /^(ak|st)_/.test(key) && (await context.staff.identify(key)))
    return forbidden(`A key of staff does not serve here; the ${wanted} key does.`);
  if (!holder && isClientToken(key)) return forbidden(`A clientToken is not enough here; the ${wanted} key is.`);
  if (!holder) return wrongKey(context, call.clientAddress);
  if (!call.kinds.includes(holder.kind))
    return forbidden(`The ${holder.kind} key does not serve here; the ${wanted} key does.`);
  return holder;
}

/**
 * The clientToken of a request.
 *
 * @param token - where it was found, if not in the header.
 * @returns the token, still to be checked against its opt-in; or the answer that refuses.
 */
export async function requireClientToken(
  context: RouteContext,
  call: { headers: Headers; clientAddress: string | null; token?: string | null | undefined },
): Promise<string | Response> {
  const token = bearerOf(call.headers) ?? call.token ?? null;
  if (token === null) return unauthorized('Send the opt-in\'s clientToken as "Authorization: Bearer …".');
  const limited = await checkGuessing(context, call.clientAddress);
  if (limited !== null) return limited;
  if (isClientToken(token)) return token;
  const holder = context.keyring.identify(token);
  if (holder) return forbidden(`The ${holder.kind} key does not serve here; the opt-in's clientToken does.`);
  return wrongKey(context, call.clientAddress);
}

/** Asked before every look-up: who has guessed too often learns nothing from a right guess. */
export function checkGuessing(context: RouteContext, clientAddress: string | null): Promise<Response | null> {
  return context.limits.check('wrongKey', clientAddress);
}

/** A key or token that nobody has; counted, so that guessing ends in 429. */
export async function wrongKey(context: RouteContext, clientAddress: string | null): Promise<Response> {
  const limited = await context.limits.count('wrongKey', clientAddress);
  return limited ?? unauthorized('The key or token is not known here.');
}

export function unauthorized(detail: string): Response {
  return problemResponse('UNAUTHORIZED', detail, { headers: { 'www-authenticate': 'Bearer' } });
}

export function forbidden(detail: string): Response {
  return problemResponse('FORBIDDEN', detail);
}
