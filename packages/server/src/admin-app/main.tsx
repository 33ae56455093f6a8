import { AdminConsole } from '@whatsapp-optin/admin';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findPlace } from './find-place.js';
import './page.css';

const { server, basePath } = findPlace(window.location.pathname);
const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <AdminConsole server={server} basePath={basePath} />
    </StrictMode>,
  );
}
