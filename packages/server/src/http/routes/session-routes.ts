import { z } from '@hono/zod-openapi';
import { defineRoute } from '../define-route.js';
import { sessionStatusDocument } from '../documents.js';
import { lookedUpPhone } from '../fields.js';
import { staff } from '../who.js';

const readSession = defineRoute(
  {
    method: 'get',
    path: '/api/sessions/{phone}',
    id: 'readSession',
    tag: 'Sessions',
    summary: 'The 24-hour session of a phone',
    description: 'An unknown phone has no session: `hasActiveSession` is false and the rest null.',
    who: staff('sessions.read', 'secret'),
    params: z.object({ phone: lookedUpPhone }),
    output: { 200: { description: 'As it stands', schema: sessionStatusDocument } },
    refuses: ['INVALID_PHONE_NUMBER'],
    example: { params: { phone: '+966500000000' } },
  },
  async ({ context, c, organizationId, params, answer, note }) => {
    // The host's server knows its customers; a member of staff may try anybody's number.
    if (c.get('keyHolder').kind === 'admin') {
      const target = context.keyring.pseudonym(organizationId, params.phone.slice(1));
      await note({ action: 'phone.looked_up', target, details: { by: 'session' }, oncePerHour: true });
    }
    return answer(200, await context.sessions.status({ organizationId }, params.phone));
  },
);

export const SESSION_ROUTES = [readSession];
