import type { BodyBudget } from './body-budget.js';
import type { HttpDependencies } from './http-dependencies.js';
import type { StaffMember } from '../staff/staff-service.js';
import type { KeyHolder } from './keyring.js';
import type { RateLimits } from './rate-limits.js';
import type { StreamLimits } from './stream-limits.js';

/** What the steps before a handler leave for it. */
export interface HttpEnv {
  Bindings: {
    /** Whom the limits count; `null` where nobody said. */
    clientAddress: string | null;
    /** No body is longer than its Content-Length; `false` where nobody said. */
    isLengthTrue: boolean;
    /** To be called when the body is read. */
    onBodyRead(): void;
  };
  Variables: {
    /** Set on every route behind a key. */
    keyHolder: KeyHolder;
    /** Set on every route of staff, unless another key was let through. */
    staff: StaffMember | undefined;
    /** Set on every route that takes a body. */
    rawBody: Uint8Array<ArrayBuffer>;
  };
}

/** What the routes share beside the use cases. */
export interface RouteContext extends HttpDependencies {
  limits: RateLimits;
  streams: StreamLimits;
  bodies: BodyBudget;
}
