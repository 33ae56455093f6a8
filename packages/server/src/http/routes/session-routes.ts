import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { sessionStatusDocument } from '../documents.js';
import { lookedUpPhone } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { requireStaff } from '../require-staff.js';

export function addSessionRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/sessions/{phone}',
    summary: 'The 24-hour session of a phone',
    description: 'An unknown phone has no session: `hasActiveSession` is false and the rest null.',
    security: [{ secretKey: [] }, { adminKey: [] }, { staffToken: [] }, { staffCookie: [] }],
    middleware: [requireStaff(context, 'sessions.read', ['secret'])] as const,
    request: { params: z.object({ phone: lookedUpPhone }) },
    responses: describeAnswers(
      { 200: jsonAnswer('As it stands', sessionStatusDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'INVALID_PHONE_NUMBER',
    ),
  });
  app.openapi(route, async (c) => {
    const { organizationId } = c.get('keyHolder');
    return c.json(await context.sessions.status({ organizationId }, c.req.valid('param').phone), 200);
  });
}
