import { queryOptions } from '@tanstack/react-query';
import type { StaffSession } from '@whatsapp-optin/sdk/contract';
import type { AdminApi } from './admin-api.js';
import { adminPaths } from './admin-paths.js';

/** Where the cache keeps who is signed in. */
export const STAFF_KEY = ['staff'] as const;

/** Who is signed in. It does not change while a page lives. */
export function staffQuery(api: AdminApi) {
  return queryOptions({
    queryKey: STAFF_KEY,
    queryFn: ({ signal }) => api.get<StaffSession>(adminPaths.staffSession, {}, signal),
    staleTime: Infinity,
  });
}
