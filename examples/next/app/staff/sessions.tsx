'use client';

import { AdminProvider, SessionsDashboard } from '@whatsapp-optin/admin';

async function fetchStaffToken(): Promise<string> {
  const response = await fetch('/api/staff-token', { method: 'POST' });
  return ((await response.json()) as { token: string }).token;
}

export function Sessions() {
  return (
    <AdminProvider server="/whatsapp" token={fetchStaffToken}>
      <SessionsDashboard />
    </AdminProvider>
  );
}
