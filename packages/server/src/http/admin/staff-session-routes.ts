import type { StaffSession } from '@whatsapp-optin/sdk/contract';
import type { StaffMember } from '../../staff/staff-service.js';
import { isOwnOrigin } from '../admit-staff.js';
import { forbidden, wrongKey } from '../authorize.js';
import { defineRoute } from '../define-route.js';
import type { RouteContext } from '../http-env.js';
import { readStaffCookie, staffCookie } from '../staff-cookie.js';
import { anyone, keys, staff } from '../who.js';
import { signInRequest, staffSessionDocument, staffTokenDocument, staffTokenRequest } from './staff-documents.js';

const signIn = defineRoute(
  {
    method: 'post',
    path: '/api/admin/session',
    id: 'signIn',
    tag: 'Staff',
    summary: 'Exchange an admin key for a cookie: for the page at /admin',
    description: 'The cookie is HttpOnly and SameSite=Strict and lasts twelve hours. A browser keeps the key nowhere.',
    who: anyone,
    body: signInRequest,
    output: { 200: { description: 'Signed in; with Set-Cookie', schema: staffSessionDocument } },
    refuses: ['UNAUTHORIZED', 'FORBIDDEN', 'RATE_LIMITED'],
    example: { body: { key: 'ak_x3Fq' } },
  },
  async ({ context, c, clientAddress, body, answer }) => {
    if (!isOwnOrigin(context, c.req.raw)) return forbidden('A sign-in must come from a page of this server.');
    const limited = await context.limits.count('signIn', clientAddress);
    if (limited) return limited;
    const signedIn = await context.staff.signIn(body.key.trim());
    if (signedIn === null) return wrongKey(context, clientAddress);
    const { member, cookieToken, lifetimeSeconds } = signedIn;
    const { organizationId, name, role } = member;
    await context.staff.note(organizationId, { name, role, by: 'key' }, { action: 'staff.signed_in' });
    const response = answer(200, await sessionOf(context, member));
    const { publicUrl } = context.settings;
    response.headers.set('set-cookie', staffCookie({ token: cookieToken, lifetimeSeconds, publicUrl }));
    return response;
  },
);

const readStaffSession = defineRoute(
  {
    method: 'get',
    path: '/api/admin/session',
    id: 'readStaffSession',
    tag: 'Staff',
    summary: 'Who is signed in, and what they may do',
    who: staff(null),
    output: { 200: { description: 'As the key, token or cookie proves', schema: staffSessionDocument } },
    example: {},
  },
  async ({ context, staff: member, answer }) => answer(200, await sessionOf(context, member)),
);

const signOut = defineRoute(
  {
    method: 'delete',
    path: '/api/admin/session',
    id: 'signOut',
    tag: 'Staff',
    summary: 'Sign out',
    who: { ...staff(null), schemes: ['staffCookie'] },
    output: { 204: { description: 'Signed out' } },
    example: {},
  },
  async ({ context, c, answer, note }) => {
    const { publicUrl } = context.settings;
    const cookie = readStaffCookie(c.req.raw.headers, publicUrl);
    if (cookie !== null) await context.staff.signOut(cookie);
    await note({ action: 'staff.signed_out' });
    const response = answer(204);
    response.headers.set('set-cookie', staffCookie({ token: '', lifetimeSeconds: 0, publicUrl }));
    return response;
  },
);

const createStaffToken = defineRoute(
  {
    method: 'post',
    path: '/api/admin/staff-tokens',
    id: 'createStaffToken',
    tag: 'Staff',
    summary: "A short-lived token for staff in the host's own pages",
    description:
      'Asked for by the backend of the host, which knows who is signed in there: a viewer unless it says else.',
    who: keys('secret'),
    body: staffTokenRequest,
    bodyKind: 'optional',
    output: { 201: { description: 'A Bearer token for the admin routes', schema: staffTokenDocument } },
    example: { body: { role: 'viewer', name: 'Sara at the front office' } },
  },
  async ({ context, organizationId, body, answer }) => {
    const created = await context.staff.createToken(organizationId, body);
    const actor = { name: 'SECRET_KEY', role: null, by: 'secret_key' as const };
    const details = { name: body.name ?? null, role: created.role };
    await context.staff.note(organizationId, actor, { action: 'staff_token.created', details });
    return answer(201, created);
  },
);

/** Signing in and out, and tokens for dashboards in the host's own pages. */
export const STAFF_SESSION_ROUTES = [signIn, readStaffSession, signOut, createStaffToken];

async function sessionOf(context: RouteContext, member: StaffMember): Promise<StaffSession> {
  const organization = await context.organizations.find(member.organizationId);
  return {
    organization: {
      id: member.organizationId,
      name: organization?.name ?? member.organizationId,
      defaultLocale: organization?.defaultLocale ?? 'en',
      timeZone: organization?.timeZone ?? 'UTC',
    },
    role: member.role,
    scopes: [...member.scopes],
    name: member.name,
    by: member.by,
    expiresAt: member.expiresAt?.toISOString() ?? null,
    csrfToken: member.csrfToken,
  };
}
