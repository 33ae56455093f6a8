// @ts-check
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PEERS } from './peers.mjs';

/**
 * Stand-ins for the servers that the candidates ask, on loopback. The candidates' own code is real; what is stubbed is the answer:
 * fixed JSON at once, one notification, no check of any key. Ours says "connected" as soon as its stream is open, as if the
 * customer had sent the message already.
 *
 * @typedef {{ method: string, path: string }} Call
 * @typedef {{ status?: number, json?: unknown, stream?: readonly unknown[] }} Answer `stream`: server-sent events, left open
 */

const OPT_IN = '01980000-0000-7000-8000-000000000000';
const HOUR_MS = 3_600_000;
const later = (/** @type {number} */ delayMs) => new Date(Date.now() + delayMs).toISOString();
const status = (/** @type {string} */ state) => ({
  id: OPT_IN,
  state,
  expiresAt: later(HOUR_MS),
  ...(state === 'connected' && { sessionExpiresAt: later(24 * HOUR_MS) }),
});

/** @param {Call} call @returns {Answer} */
function whatsAppOptIn({ method, path }) {
  const text = 'Hi%20Acme%20Clinic%2C%20please%20send%20me%20queue%20updates%20for%20ticket%20A001';
  if (path.endsWith('/stream')) return { stream: [status('idle'), status('connected')] };
  if (method === 'GET') return { json: status('connected') };
  if (!path.endsWith('/opt-ins')) return { status: 204 };
  return {
    status: 201,
    json: {
      ...status('idle'),
      clientToken: 'ct_bench',
      code: 'K7Q2-M9XW-4T3H',
      message: decodeURIComponent(text),
      companyNumber: '+966500000000',
      organizationName: 'Acme Clinic',
      links: {
        universal: `https://wa.me/966500000000?text=${text}`,
        app: `whatsapp://send?phone=966500000000&text=${text}`,
        web: `https://web.whatsapp.com/send?phone=966500000000&text=${text}`,
        short: 'https://o.example.com/o/K7Q2-M9XW-4T3H',
      },
    },
  };
}

/** @param {Call} call @returns {Answer} as Novu's API answers its Inbox: session, notifications, counts, preferences */
function novu({ method, path }) {
  const count = { total: 1, severity: { high: 0, medium: 0, low: 0, none: 1 } };
  if (path.endsWith('/session'))
    return {
      status: 201,
      json: {
        data: {
          token: 'bench',
          totalUnreadCount: 1,
          unreadCount: count,
          removeNovuBranding: false,
          isDevelopmentMode: false,
          maxSnoozeDurationHours: 24,
        },
      },
    };
  if (path.endsWith('/count')) return { json: { data: [{ count: 1, filter: {} }] } };
  if (path.endsWith('/preferences')) return { json: { data: [] } };
  if (method !== 'GET' || !path.endsWith('/notifications')) return { status: 204 };
  const notification = {
    id: OPT_IN,
    transactionId: OPT_IN,
    subject: "It's your turn!",
    body: 'Ticket A001. Please proceed.',
    to: { id: OPT_IN, subscriberId: 'customer-1' },
    isRead: false,
    isSeen: false,
    isArchived: false,
    isSnoozed: false,
    createdAt: later(0),
    channelType: 'in_app',
    severity: 'none',
    tags: [],
  };
  return { json: { data: [notification], hasMore: false, filter: {} } };
}

/** @param {Call} call @returns {Answer} as Knock's API answers its feed: items, settings */
function knock({ method, path }) {
  if (path.endsWith('/settings')) return { json: { features: { branding_required: false } } };
  if (method !== 'GET' || !path.includes('/feeds/')) return { status: 204 };
  const item = {
    __cursor: 'bench',
    id: OPT_IN,
    actors: [],
    activities: [],
    blocks: [
      {
        name: 'body',
        type: 'markdown',
        content: 'Ticket A001',
        rendered: "<p>It's your turn! Ticket A001. Please proceed.</p>",
      },
    ],
    inserted_at: later(0),
    updated_at: later(0),
    read_at: null,
    seen_at: null,
    clicked_at: null,
    interacted_at: null,
    link_clicked_at: null,
    archived_at: null,
    total_activities: 1,
    total_actors: 0,
    data: {},
    source: { key: 'bench', version_id: OPT_IN, categories: [] },
    tenant: null,
  };
  const meta = { total_count: 1, unread_count: 1, unseen_count: 1 };
  return { json: { entries: [item], meta, page_info: { before: null, after: null, page_size: 50 } } };
}

/** By the beginning of the path; Knock's client knows no path before its own. */
const VENDORS = [
  { base: '/whatsapp-optin', name: /script tag|React prompt/, answer: whatsAppOptIn },
  { base: '/novu', name: /novu/, answer: novu },
  { base: '', name: /knock/, answer: knock },
];

/** @param {string} name of a candidate @returns {string} path below which its server is asked */
export function basePathOf(name) {
  return VENDORS.find((vendor) => vendor.name.test(name))?.base ?? '';
}

/** @param {Call} call @returns {Answer} */
export function answerFor(call) {
  return VENDORS.find(({ base }) => call.path.startsWith(base))?.answer(call) ?? { status: 404 };
}

/**
 * Takes a WebSocket, answers what a Phoenix channel (Knock) asks with "ok", and says nothing else.
 *
 * @returns {(request: import('node:http').IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => void}
 */
export function acceptSockets() {
  const { WebSocketServer } = createRequire(join(PEERS, 'package.json'))('ws');
  const server = new WebSocketServer({ noServer: true });
  server.on('connection', (/** @type {any} */ socket) => {
    socket.on('message', (/** @type {Buffer} */ data) => {
      const text = data.toString();
      if (!text.startsWith('[')) return;
      const [join, reference, topic] = JSON.parse(text);
      socket.send(JSON.stringify([join, reference, topic, 'phx_reply', { status: 'ok', response: {} }]));
    });
  });
  return (request, socket, head) =>
    server.handleUpgrade(request, socket, head, (/** @type {unknown} */ one) => server.emit('connection', one));
}
