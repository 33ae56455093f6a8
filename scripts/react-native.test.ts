import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { build as buildPackages } from './build.mjs';
import { documentSamples } from './document-samples.mjs';
import { root } from './run.mjs';

const FILES = new Map(
  documentSamples()
    .filter(({ place }) => place.startsWith('docs/react-native.md'))
    .flatMap(({ text }) => {
      const name = /^\/\/ ([\w-]+)\.tsx?\n/.exec(text)?.[1];
      return name === undefined ? [] : [[`./${name}`, text] as const];
    }),
);

/** The parts of React Native that the guide names, each as small as it can be. */
const REACT_NATIVE = `
export const opened = [];
export const listeners = new Set();
export const Linking = { openURL: async (url) => void opened.push(url) };
export const AppState = {
  currentState: 'active',
  addEventListener(_type, listener) { listeners.add(listener); return { remove: () => listeners.delete(listener) }; },
};
export const View = 'View', Text = 'Text', Pressable = 'Pressable';
`;

const ENTRY = `
export { createOptIn } from '@whatsapp-optin/sdk';
export { appPlatform } from './opt-in-platform';
export { TicketPrompt } from './ticket-prompt';
export { Linking, listeners, opened } from 'react-native';
`;

let code = '';
let inputs: string[] = [];
beforeAll(async () => {
  await buildPackages({ rooms: ['sdk'] });
  const own = new Map([...FILES, ['react-native', REACT_NATIVE], ['react-native-get-random-values', '']]);
  const result = await build({
    stdin: { contents: ENTRY, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'app',
    platform: 'neutral',
    // What Metro asks of `exports` for an import, and then of the manifest.
    conditions: ['react-native'],
    mainFields: ['react-native', 'browser', 'main'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'app-of-the-guide',
        setup(building) {
          building.onResolve({ filter: /.*/ }, ({ path }) => (own.has(path) ? { path, namespace: 'app' } : null));
          building.onLoad({ filter: /.*/, namespace: 'app' }, ({ path }) => ({
            contents: own.get(path) ?? '',
            loader: 'tsx',
            resolveDir: root,
          }));
        },
      },
    ],
  });
  code = result.outputFiles[0]?.text ?? '';
  inputs = Object.keys(result.metafile.inputs);
}, 400_000);

/** The bundle in a world like that of Hermes: a clock, `fetch` without streams, no DOM. */
function start(states: string[]) {
  const asked: string[] = [];
  const world = {
    asked,
    console,
    setTimeout: (task: () => void, delayMs: number) => setTimeout(task, Math.min(delayMs, 5)),
    clearTimeout,
    AbortController,
    URL,
    crypto: { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) },
    fetch: (url: string) => {
      asked.push(url);
      const state = states.length > 1 ? states.shift() : states[0];
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      const body = JSON.stringify({ id: 'o-1', state, expiresAt, sessionExpiresAt: expiresAt });
      const headers = { get: () => 'application/json' };
      return Promise.resolve({ ok: true, status: 200, headers, text: () => Promise.resolve(body), body: undefined });
    },
  };
  createContext(world);
  runInContext(`${code}\nglobalThis.app = app;`, world);
  return world as typeof world & { app: App };
}

interface App {
  createOptIn(options: object): {
    subscribe(listener: () => void): () => void;
    getSnapshot(): { state: string; href: string | null; view: { heading: string } };
    open(): void;
  };
  appPlatform: object;
  listeners: Set<() => void>;
  TicketPrompt: unknown;
}

describe('the guide for React Native', () => {
  it('has both files, and bundles without a module of Node', () => {
    expect([...FILES.keys()]).toEqual(['./opt-in-platform', './ticket-prompt']);
    expect(inputs).toContain('packages/sdk/dist/index.js');
    expect(inputs.filter((path) => builtinModules.includes(path) || path.startsWith('node:'))).toEqual([]);
  });

  it('leads an opt-in of the backend to connected without a DOM', async () => {
    const { app, asked } = start(['idle', 'waiting', 'connected']);
    const link = 'https://wa.me/966500000000?text=Hi';
    const made = {
      ...{ id: '01938f6e-0000-7000-8000-000000000001', clientToken: 'ct_x', code: '7K2M-9QXD-4TRC' },
      ...{ message: 'Hi', companyNumber: '+966500000000', organizationName: 'Acme Clinic', state: 'idle' },
      links: {
        universal: link,
        app: 'whatsapp://send',
        web: 'https://web.whatsapp.com',
        short: 'https://x.example/o/1',
      },
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const { appPlatform: platform } = app;
    const optIn = app.createOptIn({
      phone: made.companyNumber,
      optIn: made,
      server: 'https://optin.example.com',
      platform,
    });
    const stop = optIn.subscribe(() => {});
    expect(optIn.getSnapshot().href).toBe(link);
    expect(app.listeners.size).toBeGreaterThan(0);
    optIn.open();
    await expect.poll(() => optIn.getSnapshot().state).toBe('connected');
    expect(optIn.getSnapshot().view.heading).toBe('WhatsApp updates are on');
    expect(asked.every((url) => url.startsWith('https://optin.example.com/api/opt-ins/'))).toBe(true);
    stop();
    expect(app.listeners.size).toBe(0);
    expect(app.TicketPrompt).toBeTypeOf('function');
  });
});
