import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';
import { cssText } from './scripts/css-text.mjs';
import { PROGRAMS } from './scripts/debian-parts.mjs';
import { fromSourceInNode } from './scripts/vite-source.mjs';

function unit(room: string, environment: 'node' | 'jsdom'): TestProjectInlineConfiguration {
  const include = [`packages/${room}/src/**/*.test.{ts,tsx}`];
  // A property test has taken 6 s on a busy machine.
  const testTimeout = 60_000;
  return {
    plugins: [cssText()],
    ...fromSourceInNode,
    test: { name: `unit-${room}`, include, environment, testTimeout },
  };
}

const missing = PROGRAMS.flatMap(({ id, find }) => (find() === null ? [`${id}.*`] : []));

/** The same suite on each engine; the tests read `TEST_ENGINE`, and on PostgreSQL `TEST_DATABASE_URL`. */
function integration(engine: 'pglite' | 'postgres'): TestProjectInlineConfiguration {
  const other = engine === 'pglite' ? 'postgres' : 'pglite';
  return {
    ...fromSourceInNode,
    test: {
      name: `integration-${engine}`,
      // What one engine alone can do, such as losing its network, says so in its name. Not by `exclude`: it would take the place
      // of the command's own.
      include: [`packages/server/test/**/!(${[`*.${other}`, ...missing].join('|')}).integration.test.ts`],
      environment: 'node',
      // Each file has a database of its own and no module keeps a state; loading the server once a file costs a third of the run.
      isolate: false,
      env: { TEST_ENGINE: engine },
      globalSetup: [
        ...(engine === 'postgres'
          ? ['./scripts/postgres-for-tests.mjs', './packages/server/test/pooler-for-tests.ts']
          : []),
        './packages/server/test/prepared-database.ts',
      ],
      // Starting an engine on two busy cores has taken 16 s.
      testTimeout: 60_000,
      hookTimeout: 120_000,
      // As for browsers; what a drawn case finds once is true, and those tests say so themselves.
      retry: process.env.CI ? 1 : 0,
    },
  };
}

/** Every story is a test in a real Chromium: it draws, its play function runs, and axe finds nothing in it. */
async function storybook(): Promise<TestProjectInlineConfiguration> {
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  const executablePath = findChromium();
  const launchOptions = { ...(executablePath ? { executablePath } : {}), args: [...CHROMIUM_ARGS] };
  return {
    plugins: [storybookTest({ configDir: '.storybook' })],
    test: {
      name: 'storybook',
      testTimeout: 30_000,
      // As in playwright.config.ts: a busy CI machine, not the story, has been the reason.
      retry: process.env.CI ? 1 : 0,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

/** Storybook takes 2 s to be read, which a run of other projects alone need not pay. */
const chosen = process.argv.filter((_, at, argv) => argv[at - 1] === '--project');
const wantsStorybook = chosen.length === 0 || chosen.some((name) => name.startsWith('storybook'));

export default defineConfig(async () => ({
  test: {
    // Vitest leaves one core to others; a test here spends most of its time waiting for a database or a page.
    maxWorkers: '100%',
    projects: [
      unit('sdk', 'node'),
      unit('react', 'jsdom'),
      unit('admin', 'jsdom'),
      unit('web-component', 'jsdom'),
      unit('server', 'node'),
      unit('simulator', 'node'),
      {
        plugins: [cssText()],
        ...fromSourceInNode,
        test: { name: 'unit-repo', include: ['scripts/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        ...fromSourceInNode,
        test: {
          name: 'examples',
          include: ['examples/testing/**/*.test.ts'],
          environment: 'node',
          // Next compiles each page at its first visit.
          testTimeout: 400_000,
          retry: process.env.CI ? 1 : 0,
        },
      },
      integration('pglite'),
      integration('postgres'),
      ...(wantsStorybook ? [await storybook()] : []),
    ],
  },
}));
