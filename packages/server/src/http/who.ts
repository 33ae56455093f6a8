import type { ProblemCode, StaffScope } from '@whatsapp-optin/sdk/contract';
import type { Context } from 'hono';
import { identifyKey } from './authorize.js';
import type { HttpEnv, RouteContext } from './http-env.js';
import type { KeyKind } from './keyring.js';
import type { SecurityScheme } from './openapi-document.js';
import { admitStaff } from './admit-staff.js';

/** Who may call a route: what its description says of it, and what it does about others before it reads a body. */
export interface Who {
  schemes: readonly SecurityScheme[];
  /** What the refused are answered. */
  problems: readonly ProblemCode[];
  /** @returns the answer that refuses, or `null`; then who calls stands in the variables of `c` */
  refuse(context: RouteContext, c: Context<HttpEnv>): Promise<Response | null>;
}

const REFUSALS = ['UNAUTHORIZED', 'FORBIDDEN', 'RATE_LIMITED'] as const;
const admitAll = () => Promise.resolve(null);

export const anyone: Who = { schemes: [], problems: [], refuse: admitAll };

/** A vendor, whose signature over the raw body the inbound room checks. */
export function vendor(scheme: SecurityScheme): Who {
  return { schemes: [scheme], problems: ['UNAUTHORIZED'], refuse: admitAll };
}

/** The page of one opt-in. The route looks its token up with `RouteCall.clientToken`, after the rest was read. */
export const clientToken: Who = { schemes: ['clientToken'], problems: REFUSALS, refuse: admitAll };

/** The holders of these kinds of keys; `keyHolder` is set. */
export function keys(...kinds: [KeyKind, ...KeyKind[]]): Who {
  return {
    schemes: kinds.map((kind) => `${kind}Key` as const),
    problems: REFUSALS,
    async refuse(context, c) {
      const { headers } = c.req.raw;
      const holder = await identifyKey(context, { headers, clientAddress: c.env.clientAddress, kinds });
      if (holder instanceof Response) return holder;
      c.set('keyHolder', holder);
      return null;
    },
  };
}

/**
 * Staff with this scope: by admin key, by a token of the host's backend, or by the cookie of a sign-in. `keyHolder` is set,
 * and `staff` unless one of `alsoKeys` came.
 *
 * @param scope - `null`: whatever their scopes
 */
export function staff(scope: StaffScope | null, ...alsoKeys: KeyKind[]): Who {
  return {
    schemes: [...alsoKeys.map((kind) => `${kind}Key` as const), 'adminKey', 'staffToken', 'staffCookie'],
    problems: REFUSALS,
    refuse: (context, c) => admitStaff(context, c, { scope, alsoKeys }),
  };
}
