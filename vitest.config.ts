import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { sourceAliases } from './scripts/packages.mjs';

/** Workspaces resolve to their sources, so that tests need no build. */
const resolve = { alias: sourceAliases() };

function unit(room: string, environment: 'node' | 'jsdom'): TestProjectInlineConfiguration {
  const include = [`packages/${room}/src/**/*.test.{ts,tsx}`];
  return { resolve, test: { name: `unit-${room}`, include, environment } };
}

/** The same suite on each engine; the tests read `TEST_ENGINE`, and on PostgreSQL `TEST_DATABASE_URL`. */
function integration(engine: 'pglite' | 'postgres'): TestProjectInlineConfiguration {
  return {
    resolve,
    test: {
      name: `integration-${engine}`,
      include: ['packages/server/test/**/*.integration.test.ts'],
      environment: 'node',
      env: { TEST_ENGINE: engine },
      globalSetup: engine === 'postgres' ? ['./scripts/postgres-for-tests.mjs'] : [],
      // Starting an engine on two busy cores has taken 16 s.
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      unit('sdk', 'node'),
      unit('react', 'jsdom'),
      unit('web-component', 'jsdom'),
      unit('server', 'node'),
      unit('simulator', 'node'),
      {
        resolve,
        test: { name: 'unit-repo', include: ['scripts/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      integration('pglite'),
      integration('postgres'),
    ],
  },
});
