import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { StaffSession } from '@whatsapp-optin/sdk/contract';
import type { StaffMember } from '../../staff/staff-desk.js';
import { forbidden, requireKey, wrongKey } from '../authorize.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { exact } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { isOwnOrigin, requireStaff } from '../require-staff.js';
import { readStaffCookie, staffCookie } from '../staff-cookie.js';
import { takeJson } from '../take-json.js';
import { signInRequest, staffSessionDocument, staffTokenDocument, staffTokenRequest } from './staff-documents.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

/** Signing in and out, and tokens for dashboards in the host's own pages. */
export function addStaffSessionRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const { publicUrl } = context.settings;

  const signIn = createRoute({
    method: 'post',
    path: '/api/admin/session',
    summary: 'Exchange an admin key for a cookie: for the page at /admin',
    description: 'The cookie is HttpOnly and SameSite=Strict and lasts twelve hours. A browser keeps the key nowhere.',
    middleware: [takeJson()] as const,
    request: { body: jsonBody(signInRequest) },
    responses: describeAnswers(
      { 200: jsonAnswer('Signed in; with Set-Cookie', staffSessionDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
      'RATE_LIMITED',
    ),
  });
  app.openapi(signIn, async (c) => {
    if (!isOwnOrigin(context, c.req.raw)) return forbidden('A sign-in must come from a page of this server.');
    const { clientAddress } = c.env;
    const limited = await context.limits.count('signIn', clientAddress);
    if (limited) return limited;
    const { key } = c.req.valid('json');
    const signedIn = await context.staff.signIn(key.trim());
    if (signedIn === null) return wrongKey(context, clientAddress);
    const { member, cookieToken, lifetimeSeconds } = signedIn;
    const { organizationId, name, role } = member;
    await context.staff.note(organizationId, { name, role, by: 'key' }, { action: 'staff.signed_in' });
    c.header('set-cookie', staffCookie({ token: cookieToken, lifetimeSeconds, publicUrl }));
    return c.json(await sessionOf(member), 200);
  });

  const who = createRoute({
    method: 'get',
    path: '/api/admin/session',
    summary: 'Who is signed in, and what they may do',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, null)] as const,
    responses: describeAnswers(
      { 200: jsonAnswer('As the key, token or cookie proves', staffSessionDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
    ),
  });
  app.openapi(who, async (c) => c.json(await sessionOf(memberOf(c)), 200));

  const signOut = createRoute({
    method: 'delete',
    path: '/api/admin/session',
    summary: 'Sign out',
    security: [{ staffCookie: [] }],
    middleware: [requireStaff(context, null)] as const,
    responses: describeAnswers({ 204: { description: 'Signed out' } }, 'UNAUTHORIZED', 'FORBIDDEN'),
  });
  app.openapi(signOut, async (c) => {
    const cookie = readStaffCookie(c.req.raw.headers, publicUrl);
    if (cookie !== null) await context.staff.signOut(cookie);
    await noteDown(context, c, { action: 'staff.signed_out' });
    c.header('set-cookie', staffCookie({ token: '', lifetimeSeconds: 0, publicUrl }));
    return c.body(null, 204);
  });

  const createToken = createRoute({
    method: 'post',
    path: '/api/admin/staff-tokens',
    summary: "A short-lived token for staff in the host's own pages",
    description:
      'Asked for by the backend of the host, which knows who is signed in there: a viewer unless it says else.',
    security: [{ secretKey: [] }],
    middleware: [requireKey(context, ['secret']), takeJson({ mayBeEmpty: true })] as const,
    request: { body: jsonBody(staffTokenRequest) },
    responses: describeAnswers(
      { 201: jsonAnswer('A Bearer token for the admin routes', staffTokenDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(createToken, async (c) => {
    const { organizationId } = c.get('keyHolder');
    const input = exact(c.req.valid('json'));
    const created = await context.staff.createToken(organizationId, input);
    const actor = { name: 'SECRET_KEY', role: null, by: 'secret_key' as const };
    const details = { name: input.name ?? null, role: created.role };
    await context.staff.note(organizationId, actor, { action: 'staff_token.created', details });
    return c.json(created, 201);
  });

  async function sessionOf(member: StaffMember): Promise<StaffSession> {
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
}
