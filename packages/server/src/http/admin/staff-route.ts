import type { Context } from 'hono';
import type { AuditNote, StaffMember } from '../../staff/staff-service.js';
import type { HttpEnv, RouteContext } from '../http-env.js';

/** How the description of a staff route names who may call it. */
export const STAFF_SECURITY = [{ adminKey: [] }, { staffToken: [] }, { staffCookie: [] }];

/** Who calls; only behind `requireStaff` without other keys. */
export function memberOf(c: Context<HttpEnv>): StaffMember {
  const member = c.get('staff');
  if (member === undefined) throw new Error('The route lets others than staff through.');
  return member;
}

/** Writes down what a member of staff did, before they hear that it is done. */
export async function noteDown(context: RouteContext, c: Context<HttpEnv>, note: AuditNote): Promise<void> {
  const { organizationId, name, role, by } = memberOf(c);
  await context.staff.note(organizationId, { name, role, by }, note);
}
