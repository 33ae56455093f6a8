import { useQuery } from '@tanstack/react-query';
import type { StaffScope, StaffSession } from '@whatsapp-optin/sdk/contract';
import { useAdmin } from '../use-admin.js';
import { staffQuery } from './staff-query.js';

/** `undefined` until it is known. */
export function useStaff(): StaffSession | undefined {
  const { api, queries } = useAdmin();
  return useQuery(staffQuery(api), queries).data;
}

/** Whether the signed-in member of staff may; `false` until it is known. The server checks it anyway. */
export function useMay(scope: StaffScope): boolean {
  return useStaff()?.scopes.includes(scope) ?? false;
}
