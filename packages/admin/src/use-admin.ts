import { useContext } from 'react';
import { AdminContext, type Admin } from './admin-context.js';
import { createAdmin } from './create-admin.js';

let fallback: Admin | null = null;

/** Where no `AdminProvider` stands above: the page's own origin by its cookie, in English. */
export function useAdmin(): Admin {
  const admin = useContext(AdminContext);
  if (admin) return admin;
  fallback ??= createAdmin({});
  return fallback;
}
