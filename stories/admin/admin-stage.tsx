import { AdminProvider } from '@whatsapp-optin/admin';
import { useState, type ReactNode } from 'react';
import { configure } from 'storybook/test';
import { useToolbar } from '../stage/stage.js';
import type { PretendAdmin } from './pretend/pretend-admin.js';
import './admin-stage.css';

// A busy machine may take longer than the default second.
configure({ asyncUtilTimeout: 15_000 });

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
