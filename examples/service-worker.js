/*
 * A service worker for the notices of whatsapp-optin. Serve it from the root of your own site, register it with
 * `navigator.serviceWorker.register('/service-worker.js')`, and subscribe as docs/providers.md shows.
 */

/** How long a notice that was not acknowledged may hold the worker awake, in ms. */
const ACKNOWLEDGE_TIMEOUT_MS = 10_000;

self.addEventListener('push', (event) => {
  event.waitUntil(show(readNotice(event.data)));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url ?? null));
});

/** A push that cannot be read must still show something: browsers end the permission of a site that stays silent. */
function readNotice(data) {
  try {
    const notice = data.json();
    if (typeof notice?.title === 'string') return notice;
  } catch {
    // Another sender's push, or an empty one.
  }
  return { title: 'News about your ticket', body: '', url: null };
}

async function show(notice) {
  await self.registration.showNotification(notice.title, {
    body: notice.body,
    lang: notice.lang,
    dir: notice.dir,
    // A newer notice of a ticket replaces the older one, and is heard again.
    tag: notice.tag,
    renotify: notice.tag !== undefined,
    data: { url: notice.url },
  });
  // After it is on the screen, not before: without this word the server goes on to WhatsApp and SMS.
  await acknowledge(notice);
}

/** Posted as plain text, which needs no preflight from another origin. One that is lost costs a second notice, no more. */
async function acknowledge({ notificationId, acknowledge: asked }) {
  if (typeof asked?.url !== 'string') return;
  try {
    await fetch(asked.url, {
      method: 'POST',
      mode: 'no-cors',
      credentials: 'omit',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ notificationId, token: asked.token }),
      signal: AbortSignal.timeout(ACKNOWLEDGE_TIMEOUT_MS),
    });
  } catch {
    // Offline again, or the server restarts.
  }
}

/** The page of the ticket: the tab that shows it already, else a new one. */
async function open(url) {
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return;
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const tab = tabs.find((client) => client.url === url);
  await (tab ? tab.focus() : self.clients.openWindow(url));
}
