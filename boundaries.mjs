// @ts-check
/**
 * What each room may import, by name: other rooms, and packages. A room without a line here fails lint, and so does an
 * import that its line does not name. The rooms form no circle; `scripts/boundaries.test.ts` proves it. One file that others may import counts as a room (`FILES`).
 *
 * @typedef {{ path: string, rooms: readonly string[], packages?: readonly string[] }} Room
 */

const CONTRACT = '@whatsapp-optin/sdk/contract';
const IDS = ['node:crypto', 'uuid'];

/** @type {Readonly<Record<string, Room>>} */
const SERVER_ROOMS = {
  // Ports, and the rules of one subject each.
  providers: { path: 'providers', rooms: [], packages: [CONTRACT, 'node:crypto', 'node:events', 'node:timers'] },
  batches: { path: 'batches', rooms: [], packages: ['node:timers'] },
  accounts: { path: 'accounts', rooms: ['providers'] },
  organizations: { path: 'organizations', rooms: [], packages: [CONTRACT] },
  tickets: { path: 'tickets', rooms: [], packages: [CONTRACT] },
  suppressions: { path: 'suppressions', rooms: [], packages: ['node:fs'] },
  consents: { path: 'consents', rooms: [], packages: ['node:crypto'] },
  secrets: { path: 'secrets', rooms: [], packages: ['node:crypto'] },
  contacts: {
    path: 'contacts',
    rooms: ['providers'],
    packages: [CONTRACT, 'node:crypto', 'libphonenumber-js', 'uuid'],
  },
  translations: { path: 'translations', rooms: [], packages: [CONTRACT, 'i18next'] },
  'opt-ins': { path: 'opt-ins', rooms: ['organizations', 'tickets'], packages: [CONTRACT, ...IDS] },
  events: { path: 'events', rooms: ['log', 'opt-ins'], packages: [CONTRACT] },
  sessions: { path: 'sessions', rooms: ['organizations'], packages: [CONTRACT, 'uuid'] },
  push: { path: 'push', rooms: ['providers', 'tickets'], packages: [CONTRACT, 'uuid'] },
  notifications: {
    path: 'notifications',
    rooms: ['log', 'accounts', 'batches', 'organizations', 'providers', 'push', 'translations'],
    packages: [CONTRACT, ...IDS],
  },
  deliveries: { path: 'deliveries', rooms: ['log', 'accounts', 'batches', 'notifications', 'providers'] },
  inbound: {
    path: 'inbound',
    rooms: ['log', 'accounts', 'batches', 'deliveries', 'organizations', 'providers'],
    packages: [CONTRACT, 'node:timers'],
  },
  replies: {
    path: 'replies',
    rooms: ['log', 'accounts', 'batches', 'notifications', 'organizations', 'providers', 'translations'],
    packages: ['uuid'],
  },
  'customer-page': {
    path: 'customer-page',
    rooms: ['contacts', 'translations'],
    packages: [CONTRACT, 'hono', 'node:crypto'],
  },
  outbox: {
    path: 'outbox',
    rooms: ['log', 'admin-queries', 'batches', 'guarded-http', 'providers'],
    packages: [CONTRACT, ...IDS, 'node:crypto', 'node:net'],
  },
  renewals: { path: 'renewals', rooms: ['log', 'batches', 'notifications', 'organizations', 'translations'] },
  'admin-queries': { path: 'admin-queries', rooms: ['contacts', 'notifications'], packages: [CONTRACT, 'uuid'] },
  'dead-letters': { path: 'dead-letters', rooms: ['admin-queries'] },
  staff: {
    path: 'staff',
    rooms: ['admin-queries', 'notifications', 'renewals'],
    packages: [CONTRACT, ...IDS],
  },
  analytics: { path: 'analytics', rooms: ['consents', 'renewals'], packages: [CONTRACT] },
  metrics: { path: 'metrics', rooms: ['notifications', 'replies'], packages: ['prom-client'] },
  jobs: { path: 'jobs', rooms: ['log'], packages: ['node:timers'] },

  // The edges: each speaks to one neighbour.
  meta: { path: 'providers/meta', rooms: ['options', 'providers'], packages: ['node:crypto'] },
  ultramsg: { path: 'providers/ultramsg', rooms: ['options', 'providers'], packages: ['node:crypto'] },
  twilio: { path: 'providers/twilio', rooms: ['options', 'providers'], packages: ['node:crypto', 'node:querystring'] },
  sns: {
    path: 'providers/sns',
    rooms: ['missing-package', 'providers'],
    packages: ['@aws-sdk/client-sns', 'node:timers'],
  },
  'web-push': {
    path: 'providers/web-push',
    rooms: ['guarded-http', 'providers'],
    packages: ['node:crypto', 'node:net', 'node:timers', 'web-push'],
  },
  'guarded-http': { path: 'guarded-http', rooms: [], packages: ['ipaddr.js', 'node:dns', 'node:net', 'undici'] },
  storage: {
    path: 'storage',
    rooms: [
      ...[
        'log',
        'missing-package',
        'schema-name',
        'idempotency-store',
        'admin-queries',
        'analytics',
        'consents',
        'contacts',
        'customer-page',
      ],
      ...[
        'dead-letters',
        'deliveries',
        'events',
        'inbound',
        'metrics',
        'notifications',
        'opt-ins',
        'organizations',
        'outbox',
      ],
      ...['accounts', 'batches', 'providers', 'push', 'renewals', 'replies', 'secrets', 'sessions', 'staff'],
      ...['suppressions', 'tickets'],
    ],
    packages: [
      ...[CONTRACT, ...IDS, '@electric-sql/pglite', 'node:async_hooks', 'node:fs', 'node:path'],
      ...['node:timers', 'node:url', 'pg', 'zod'],
    ],
  },
  config: {
    path: 'config',
    rooms: [
      ...['log', 'options', 'client-address', 'schema-name', 'contacts', 'inbound', 'notifications', 'organizations'],
      ...['providers', 'meta', 'twilio', 'ultramsg', 'web-push'],
    ],
    packages: [CONTRACT, 'libphonenumber-js', 'node:fs', 'zod'],
  },
  http: {
    path: 'http',
    rooms: [
      ...[
        'log',
        'client-address',
        'idempotency-store',
        'accounts',
        'admin-queries',
        'analytics',
        'contacts',
        'customer-page',
      ],
      ...[
        'dead-letters',
        'events',
        'inbound',
        'metrics',
        'notifications',
        'opt-ins',
        'organizations',
        'outbox',
        'providers',
      ],
      ...['push', 'sessions', 'staff', 'tickets'],
    ],
    packages: [
      ...[CONTRACT, ...IDS, '@hono/zod-openapi', 'hono'],
      ...['ipaddr.js', 'jose', 'libphonenumber-js', 'node:perf_hooks', 'rate-limiter-flexible', 'zod'],
    ],
  },
  'public-api': {
    path: 'public-api',
    rooms: [
      ...['analytics', 'consents', 'contacts', 'dead-letters', 'deliveries', 'http', 'inbound', 'notifications'],
      ...['opt-ins', 'outbox', 'providers', 'renewals', 'sessions', 'tickets'],
    ],
    packages: [CONTRACT],
  },
  adapters: {
    path: 'adapters',
    rooms: ['http', 'shared-app'],
    packages: ['@hono/node-server', 'node:http', 'node:net', 'node:timers'],
  },

  // The composition root joins everything.
  composition: {
    path: 'composition',
    rooms: [
      ...[
        'log',
        'accounts',
        'analytics',
        'config',
        'contacts',
        'customer-page',
        'deliveries',
        'events',
        'http',
        'inbound',
        'jobs',
      ],
      ...['meta', 'metrics', 'notifications', 'opt-ins', 'organizations', 'outbox', 'providers', 'public-api', 'push'],
      ...[
        'renewals',
        'replies',
        'sessions',
        'sns',
        'staff',
        'storage',
        'suppressions',
        'translations',
        'twilio',
        'ultramsg',
        'web-push',
      ],
    ],
    packages: ['node:fs', 'node:path', 'node:timers', 'node:url', 'pino'],
  },
  root: {
    path: '.',
    rooms: [
      ...['log', 'analytics', 'composition', 'config', 'http', 'inbound', 'jobs', 'notifications', 'options'],
      ...['outbox', 'providers', 'public-api', 'sessions', 'shared-app', 'storage', 'suppressions'],
    ],
  },
  cli: {
    path: 'cli',
    rooms: [
      ...[
        'log',
        'missing-package',
        'adapters',
        'admin-queries',
        'composition',
        'config',
        'consents',
        'contacts',
        'http',
        'meta',
        'options',
      ],
      ...[
        'organizations',
        'providers',
        'secrets',
        'public-api',
        'root',
        'sns',
        'staff',
        'storage',
        'suppressions',
        'twilio',
        'ultramsg',
        'web-push',
      ],
    ],
    packages: [
      ...[
        CONTRACT,
        '@whatsapp-optin/simulator',
        'commander',
        'csv-parse',
        'node:child_process',
        'node:crypto',
        'node:events',
        'node:fs',
        'node:net',
        'node:path',
        'node:readline',
        'node:stream',
        'node:timers',
        'node:util',
        'node:zlib',
      ],
      'uuid',
    ],
  },
  'admin-app': {
    path: 'admin-app',
    rooms: [],
    packages: ['react', 'react-dom', '@whatsapp-optin/admin', '@whatsapp-optin/admin/style.css'],
  },
};

/** The rooms of packages/server/src by name. */
export const ROOMS = SERVER_ROOMS;

/** Single files that other rooms import by name, while the rest of their room stays closed to them. */
export const FILES = {
  log: 'log.ts',
  'missing-package': 'missing-package.ts',
  'shared-app': 'shared-app.ts',
  options: 'config/options.ts',
  'client-address': 'http/client-address.ts',
  'idempotency-store': 'http/idempotency-store.ts',
  'schema-name': 'storage/schema-name.ts',
};

const SOURCE = 'packages/server/src';

/** @param {readonly string[]} names */
function filesAmong(names) {
  return names.filter((name) => name in FILES);
}

/**
 * @param {readonly string[]} tests files that may import anything
 * @param {import('eslint').ESLint.Plugin} plugin
 * @returns {import('eslint').Linter.Config}
 */
export function serverBoundaries(tests, plugin) {
  return {
    files: [`${SOURCE}/**/*.{ts,tsx}`],
    ignores: [...tests],
    plugins: { boundaries: plugin },
    settings: {
      // A narrower folder first: the first match names the room.
      'boundaries/elements': Object.entries(SERVER_ROOMS)
        .sort(([, one], [, other]) => other.path.length - one.path.length)
        .map(([type, { path }]) => ({
          type,
          partialMatch: false,
          pattern: path === '.' ? SOURCE : `${SOURCE}/${path}`,
        })),
      'boundaries/files': Object.entries(FILES).map(([category, path]) => ({
        category,
        pattern: `${SOURCE}/${path}`,
      })),
      'import/resolver': { typescript: { project: 'tsconfig.json', conditionNames: ['source', 'import', 'default'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          policies: Object.entries(SERVER_ROOMS).map(([type, { rooms, packages = [] }]) => ({
            from: { element: { type } },
            allow: [
              { to: { element: { types: { anyOf: [type, ...rooms.filter((name) => !(name in FILES))] } } } },
              ...filesAmong(rooms).map((category) => ({ to: { file: { categories: category } } })),
              ...(packages.length > 0 ? [{ to: { module: { source: [...packages] } } }] : []),
            ],
          })),
        },
      ],
    },
  };
}
