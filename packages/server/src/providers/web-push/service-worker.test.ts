import { listenForPush, type PushWorkerScope } from '@whatsapp-optin/sdk/service-worker';
import { describe, expect, it } from 'vitest';
import { encodePushPayload } from './push-payload.js';

const URL_OF_TICKET = 'https://acme.example/tickets/A001';
const ACKNOWLEDGE = { url: 'https://queue.example/api/push/acknowledgements', token: 'pa_a.b.c' };
const PAYLOAD = encodePushPayload(
  {
    notificationId: '018f3c1e-0000-7000-8000-000000000000',
    title: 'حان دورك!',
    body: 'تفضّل إلى الأشعة.',
    lang: 'ar',
    dir: 'rtl',
    url: URL_OF_TICKET,
    topic: 'a001',
    ttlSeconds: 300,
    urgency: 'high',
  },
  ACKNOWLEDGE,
);

interface Tab {
  url: string;
}

/** What the worker did, in its order. */
function startWorker({ tabs = [], refuse = false }: { tabs?: Tab[]; refuse?: boolean } = {}) {
  const done: [what: string, ...details: unknown[]][] = [];
  const listeners = new Map<string, (event: object) => void>();
  const self = {
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    registration: {
      showNotification: async (title: string, options: object) => void done.push(['shown', title, { ...options }]),
    },
    clients: {
      matchAll: async () => tabs.map((tab) => ({ ...tab, focus: async () => void done.push(['focused', tab.url]) })),
      openWindow: async (url: string) => void done.push(['opened', url]),
    },
  };
  const fetch = async (url: string, { body }: { body: string }) => {
    done.push(['posted', url, JSON.parse(body)]);
    if (refuse) throw new TypeError('offline');
  };
  listenForPush({ ...self, fetch } as unknown as PushWorkerScope);
  const dispatch = async (name: string, event: object) => {
    let work: Promise<unknown> | undefined;
    listeners.get(name)?.({ ...event, waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
    return done;
  };
  return {
    push: (text: string | null) =>
      dispatch('push', { data: text === null ? null : { json: () => JSON.parse(text) as unknown } }),
    click: (data: object | undefined) =>
      dispatch('notificationclick', { notification: { close: () => undefined, data } }),
  };
}

describe('the service worker of the sdk, with a push of ours', () => {
  it('shows the notice in its language, and acknowledges it after that', async () => {
    expect(await startWorker().push(PAYLOAD)).toEqual([
      [
        'shown',
        'حان دورك!',
        {
          body: 'تفضّل إلى الأشعة.',
          lang: 'ar',
          dir: 'rtl',
          tag: 'a001',
          renotify: true,
          data: { url: URL_OF_TICKET, isWhatsAppOptIn: true },
        },
      ],
      ['posted', ACKNOWLEDGE.url, { notificationId: '018f3c1e-0000-7000-8000-000000000000', token: ACKNOWLEDGE.token }],
    ]);
  });

  it('stands an acknowledgement that cannot be posted', async () => {
    expect((await startWorker({ refuse: true }).push(PAYLOAD)).map(([what]) => what)).toEqual(['shown', 'posted']);
  });

  it.each([['{"a":1}'], ['no JSON'], ['null'], [null]])(
    'shows something for %j, and acknowledges nothing',
    async (text) => {
      expect((await startWorker().push(text)).map(([what]) => what)).toEqual(['shown']);
    },
  );

  it.each<[string, Tab[], [string, string][]]>([
    [
      'the tab that shows the ticket',
      [{ url: 'https://acme.example/' }, { url: URL_OF_TICKET }],
      [['focused', URL_OF_TICKET]],
    ],
    ['a new tab', [{ url: 'https://acme.example/' }], [['opened', URL_OF_TICKET]]],
  ])('leads a tap to %s', async (_name, tabs, expected) => {
    expect(await startWorker({ tabs }).click({ url: URL_OF_TICKET, isWhatsAppOptIn: true })).toEqual(expected);
  });

  it.each([
    [undefined],
    [{ url: URL_OF_TICKET }],
    [{ url: null, isWhatsAppOptIn: true }],
    [{ url: 'javascript:alert(1)', isWhatsAppOptIn: true }],
  ])('leads a tap nowhere for %j', async (data) => {
    expect(await startWorker().click(data)).toEqual([]);
  });
});
