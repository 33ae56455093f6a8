/** Whether what comes after the first paint has been loaded once: from then on it is there within a few turns. */
let loaded: Promise<unknown> | null = null;

/** Queued paints and departures have happened, and what was to be loaded is there. */
export async function settled(): Promise<void> {
  loaded ??= Promise.all([
    import('../later-painter.js'),
    import('@whatsapp-optin/sdk/qr'),
    import('../../../sdk/src/painter/live.js'),
    import('../../../sdk/src/painter/languages.js'),
  ]);
  await loaded;
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}
