/** Renewals and retries run from the start of the process, not from its first request. */
export async function register() {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { optIn } = await import('./lib/opt-in');
  await optIn.start();
}
