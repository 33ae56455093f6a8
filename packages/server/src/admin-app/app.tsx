import { AdminConsole, type AdminConsoleProps } from '@whatsapp-optin/admin';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Draws the console in place of the outline that the page came with. */
export function renderConsole(place: HTMLElement, props: AdminConsoleProps): void {
  createRoot(place).render(
    <StrictMode>
      <AdminConsole {...props} />
    </StrictMode>,
  );
}
