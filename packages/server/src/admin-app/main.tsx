import { preloadAdminPage } from '@whatsapp-optin/admin';
import { startEarlySession } from './early-session.js';
import { findPlace } from './find-place.js';
import './page.css';

const { pathname } = window.location;
const found = findPlace(pathname);
const place = document.getElementById('app');
// Side by side: the page alone is as large as half of the console.
preloadAdminPage(pathname, found.basePath);
const request = startEarlySession(found.server);
if (place) void import('./app.js').then(({ renderConsole }) => renderConsole(place, { ...found, fetch: request }));
