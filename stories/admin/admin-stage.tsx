import { AdminProvider } from '@whatsapp-optin/react/admin';
import { useState, type ReactNode } from 'react';
import { useToolbar } from '../stage/stage.js';
import type { PretendAdmin } from './pretend/pretend-admin.js';
import './admin-stage.css';

/** A page of staff's: the components in the toolbar's language and theme, over a server that is made for the story. */
export function AdminStage({ create, children }: { create: () => PretendAdmin; children: ReactNode }) {
  const [server] = useState(create);
  const { locale, theme } = useToolbar();
  return (
    <div className="admin-stage">
      <AdminProvider token="st_example" locale={locale} theme={theme} timeZone="Asia/Riyadh" fetch={server.fetch}>
        {children}
      </AdminProvider>
    </div>
  );
}
