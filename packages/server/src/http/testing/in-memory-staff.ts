import type { HttpDependencies } from '../http-dependencies.js';

type StaffDependencies = Pick<
  HttpDependencies,
  'staff' | 'queries' | 'bulkSessions' | 'reports' | 'contacts' | 'live' | 'metrics' | 'adminAssets' | 'eventEndpoints'
>;

const emptyPage = () => Promise.resolve({ rows: [], next: null });
const nothing = () => Promise.resolve(null);

/** The staff's side without anything to show; the integration tests ask the real one. */
export function createInMemoryStaff(adminKey: string): StaffDependencies {
  const manager = {
    organizationId: 'acme',
    role: 'manager',
    scopes: ['sessions.read', 'settings.read', 'settings.write'],
    name: 'ADMIN_KEY',
    by: 'key',
    expiresAt: null,
    key: null,
    csrfToken: null,
  } as const;
  return {
    staff: {
      identify: (credential) => Promise.resolve(credential === adminKey ? manager : null),
      identifyCookie: nothing,
      signIn: nothing,
      signOut: () => Promise.resolve(),
      createToken: () => Promise.resolve({ token: 'st_', role: 'viewer', expiresAt: '' }),
      listKeys: () => Promise.resolve([]),
      createKey: () => Promise.reject(new Error('There is no store of keys.')),
      rotateKey: () => Promise.resolve({ status: 'unknown_key' }),
      revokeKey: () => Promise.resolve(0),
      note: () => Promise.resolve(),
    },
    queries: {
      sessions: {
        list: emptyPage,
        findMany: () => Promise.resolve([]),
        count: () => Promise.resolve(0),
        countOpen: () => Promise.resolve({ active: 0, expiring: 0 }),
        end: () => Promise.resolve(false),
      },
      inbound: {
        list: emptyPage,
        listUnshown: () => Promise.resolve({ items: [], count: 0 }),
        countUnseen: () => Promise.resolve(0),
        markSeen: () => Promise.resolve(0),
        hasAll: () => Promise.resolve(false),
      },
      notifications: { list: emptyPage, find: nothing },
      consents: { list: emptyPage },
      audit: { list: emptyPage },
      alerts: { latest: () => Promise.resolve([]) },
      tickets: {
        queue: () => Promise.resolve({ rows: [], waiting: 0, called: 0 }),
        departments: () => Promise.resolve([]),
      },
    },
    bulkSessions: { run: nothing },
    reports: {
      optIns: nothing,
      deliveries: nothing,
      compliance: nothing,
      checkCompliance: nothing,
      sessionStats: nothing,
      checkDue: () => Promise.resolve(),
    },
    contacts: { phoneOf: nothing, erase: nothing, export: nothing },
    live: {
      async *follow() {
        yield* [];
      },
      nudge: () => undefined,
    },
    metrics: {
      countRequest: () => undefined,
      countSend: () => undefined,
      countAlert: () => undefined,
      render: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
    },
    adminAssets: { read: nothing },
    eventEndpoints: {
      list: () => Promise.resolve([]),
      find: nothing,
      deliveries: emptyPage,
      delete: () => Promise.resolve(false),
      create: () => Promise.resolve({ status: 'too_many' }),
      change: () => Promise.resolve({ status: 'unknown' }),
      rotate: () => Promise.resolve({ status: 'unknown' }),
      replayOne: () => Promise.resolve(0),
      replayRange: () => Promise.resolve(0),
      sendTest: () => Promise.resolve(''),
    },
  };
}
