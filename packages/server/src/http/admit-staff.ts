import type { StaffScope } from '@whatsapp-optin/sdk/contract';
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { StaffMember } from '../staff/staff-service.js';
import { bearerOf, checkGuessing, forbidden, isClientToken, unauthorized, wrongKey } from './authorize.js';
import type { HttpEnv, RouteContext } from './http-env.js';
import type { KeyKind } from './keyring.js';
import { readStaffCookie } from './staff-cookie.js';

/**
 * Lets staff through who may do this; the cookie of a sign-in also has to prove, with every change, that the request comes
 * from a page of ours.
 *
 * @returns the answer that refuses, or `null`
 */
export async function admitStaff(
  context: RouteContext,
  c: Context<HttpEnv>,
  { scope, alsoKeys }: { scope: StaffScope | null; alsoKeys: readonly KeyKind[] },
): Promise<Response | null> {
  const request = c.req.raw;
  const limited = await checkGuessing(context, c.env.clientAddress);
  if (limited !== null) return limited;
  const key = bearerOf(request.headers);
  const holder = key === null ? null : context.keyring.identify(key);
  if (holder && alsoKeys.includes(holder.kind)) {
    c.set('keyHolder', holder);
    return null;
  }
  const wanted = ['admin', ...alsoKeys].join(' or ');
  if (holder && holder.kind !== 'admin')
    return forbidden(`The ${holder.kind} key does not serve here; the ${wanted} key does.`);
  if (key !== null && isClientToken(key)) return forbidden(`A clientToken is not enough here; the ${wanted} key is.`);
  const member = await identifyStaff(context, request, key, c.env.clientAddress);
  if (member instanceof Response) return member;
  if (scope !== null && !member.scopes.includes(scope))
    return forbidden(`The role "${member.role}" of this key or sign-in does not include "${scope}".`);
  c.set('keyHolder', { kind: 'admin', organizationId: member.organizationId });
  c.set('staff', member);
  return null;
}

async function identifyStaff(
  context: RouteContext,
  request: Request,
  key: string | null,
  clientAddress: string | null,
): Promise<StaffMember | Response> {
  if (key !== null) return (await context.staff.identify(key)) ?? wrongKey(context, clientAddress);
  const cookie = readStaffCookie(request.headers, context.settings.publicUrl);
  if (cookie === null) return unauthorized('Send the admin key as "Authorization: Bearer …", or sign in.');
  const member = await context.staff.identifyCookie(cookie);
  if (member === null) {
    const limited = await context.limits.count('wrongKey', clientAddress);
    return limited ?? unauthorized('The sign-in is over; sign in again.');
  }
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && !isOwnOrigin(context, request)) return forbidden('A change must come from a page of this server.');
  if (!reads && !sameText(request.headers.get('x-csrf-token') ?? '', member.csrfToken ?? ''))
    return forbidden('Send the csrfToken of GET /api/admin/session as X-CSRF-Token.');
  return member;
}

/** Browsers send the origin with every change. A client without one is no browser, and has no cookie to abuse. */
export function isOwnOrigin(context: RouteContext, request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site';
  return origin === new URL(request.url).origin || origin === new URL(context.settings.publicUrl).origin;
}

function sameText(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && expected !== '' && timingSafeEqual(one, other);
}
