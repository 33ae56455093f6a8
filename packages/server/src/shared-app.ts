/** One place a process, whichever copy of this module asks: bundlers make several. */
const PLACE = Symbol.for('@whatsapp-optin/server shared apps');

/**
 * The app that `create` makes, made once a process: for hosts that evaluate a module again after each edit or for each page, as
 * Next, Vite and Nuxt do in development. A later evaluation gets the first app, so that one engine and one set of connections
 * remain; changed options take effect when the process starts again.
 *
 * @param create - makes the app and adds its listeners; called by the first evaluation alone.
 * @param key - tells several apps of one process apart.
 */
export function sharedWhatsAppOptIn<App extends object>(create: () => App, key = 'default'): App {
  const place = globalThis as { [PLACE]?: Map<string, object> };
  const apps = (place[PLACE] ??= new Map());
  const kept = apps.get(key);
  if (kept !== undefined) return kept as App;
  const app = create();
  apps.set(key, app);
  return app;
}
