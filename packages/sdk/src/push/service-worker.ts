/** The parts of a service worker's global scope that push needs. */
export interface PushWorkerScope {
  /** Listens for pushes, and for taps on notices. */
  addEventListener(type: 'push', listener: (event: PushWorkerEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: NoticeClick) => void): void;
  /** Shows the notice. */
  registration: { showNotification(title: string, options: object): Promise<void> };
  /** The tabs of this site. */
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly WorkerTab[]>;
    openWindow(url: string): Promise<unknown>;
  };
  /** Posts the acknowledgement. */
  fetch(url: string, init: object): Promise<unknown>;
}

/** A `PushEvent`. */
export interface PushWorkerEvent {
  /** What the push carries; `null` where it is empty. */
  readonly data: { json(): unknown } | null;
  /** Keeps the worker awake. */
  waitUntil(work: Promise<unknown>): void;
}

/** A `NotificationEvent`. */
export interface NoticeClick {
  /** The notice that was tapped. */
  readonly notification: { close(): void; readonly data?: unknown };
  /** Keeps the worker awake. */
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerTab {
  readonly url: string;
  focus(): Promise<unknown>;
}

/** The JSON of a push, as the companion server writes it. */
interface Notice {
  title: string;
  body?: string;
  lang?: string;
  dir?: string;
  url?: string | null;
  tag?: string;
  notificationId?: string;
  acknowledge?: { url?: unknown; token?: unknown };
}

/** How long a notice that was not acknowledged may hold the worker awake. */
const ACKNOWLEDGE_TIMEOUT_MS = 10_000;

/**
 * Shows the notices of whatsapp-optin, tells the server that they are shown, and opens the ticket's page at a tap. Call it at
 * the top of your own service worker: `listenForPush(self)`.
 *
 * @param isOurs - takes the parsed push of a worker that also shows others; without it every push is shown.
 */
export function listenForPush(scope: PushWorkerScope, isOurs: (push: unknown) => boolean = () => true): void {
  scope.addEventListener('push', (event) => {
    const push = parse(event.data);
    if (isOurs(push)) event.waitUntil(show(scope, readNotice(push)));
  });
  scope.addEventListener('notificationclick', (event) => {
    const { data } = event.notification as { data?: { url?: unknown; isWhatsAppOptIn?: unknown } | null };
    if (data?.isWhatsAppOptIn !== true) return;
    event.notification.close();
    event.waitUntil(open(scope, data.url));
  });
}

function parse(data: PushWorkerEvent['data']): unknown {
  try {
    return data?.json();
  } catch {
    return undefined;
  }
}

/** A push that cannot be read must still show something: browsers end the permission of a site that stays silent. */
function readNotice(push: unknown): Notice {
  const notice = push as Notice | null | undefined;
  return typeof notice?.title === 'string' ? notice : { title: 'News about your ticket', body: '', url: null };
}

async function show(scope: PushWorkerScope, notice: Notice): Promise<void> {
  await scope.registration.showNotification(notice.title, {
    body: notice.body,
    lang: notice.lang,
    dir: notice.dir,
    // A newer notice of a ticket replaces the older one, and is heard again.
    tag: notice.tag,
    renotify: notice.tag !== undefined,
    data: { url: notice.url, isWhatsAppOptIn: true },
  });
  // After it is on the screen, not before: without this word the server goes on to WhatsApp and SMS.
  await acknowledge(scope, notice);
}

/** Posted as plain text, which needs no preflight from another origin. One that is lost costs a second notice, no more. */
async function acknowledge(scope: PushWorkerScope, { notificationId, acknowledge: asked }: Notice): Promise<void> {
  if (typeof asked?.url !== 'string') return;
  try {
    await scope.fetch(asked.url, {
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
async function open(scope: PushWorkerScope, url: unknown): Promise<void> {
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return;
  const tabs = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const tab = tabs.find((client) => client.url === url);
  await (tab ? tab.focus() : scope.clients.openWindow(url));
}
