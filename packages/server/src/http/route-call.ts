import type { Context } from 'hono';
import type { AuditNote, StaffMember } from '../staff/staff-service.js';
import { requireClientToken } from './authorize.js';
import type { HttpEnv, RouteContext } from './http-env.js';

/** One request, as every handler finds it. */
export interface RouteCall {
  context: RouteContext;
  c: Context<HttpEnv>;
  clientAddress: string | null;
  /** Of the caller. @throws {Error} on a route behind no key */
  readonly organizationId: string;
  /** Who calls. @throws {Error} where the route lets others than staff through */
  readonly staff: StaffMember;
  /** Writes down what a member of staff did, before they hear that it is done. */
  note(note: AuditNote): Promise<void>;
  /**
   * The clientToken of the request, still to be checked against its opt-in; or the answer that refuses.
   *
   * @param given - where it was found, if not in the header
   */
  clientToken(given?: string): Promise<string | Response>;
}

export function createRouteCall(context: RouteContext, c: Context<HttpEnv>): RouteCall {
  const { clientAddress } = c.env;
  return {
    context,
    c,
    clientAddress,
    get organizationId() {
      return c.get('keyHolder').organizationId;
    },
    get staff() {
      return staffOf(c);
    },
    async note(note) {
      const { organizationId, name, role, by } = staffOf(c);
      await context.staff.note(organizationId, { name, role, by }, note);
    },
    clientToken: (token) => requireClientToken(context, { headers: c.req.raw.headers, clientAddress, token }),
  };
}

function staffOf(c: Context<HttpEnv>): StaffMember {
  const member = c.get('staff');
  if (member === undefined) throw new Error('The route lets others than staff through.');
  return member;
}
