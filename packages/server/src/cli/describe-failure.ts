import { explainConnectionFailure } from '../storage/connection-failure.js';

/** One line for the user of the command, without a stack; for a known failure of the database, its cause and the remedy. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `whatsapp-optin failed: ${String(error)}`;
  const failure = explainConnectionFailure(error);
  if (failure !== null) return `whatsapp-optin failed: the database cannot be used, ${failure.why}. ${failure.advice}`;
  // A host name with two addresses fails with an error without a message.
  const causes = error instanceof AggregateError ? error.errors.map(messageOf) : [];
  const text = error.message || causes.join('; ') || messageOf(error);
  return text.startsWith('whatsapp-optin ') ? text : `whatsapp-optin failed: ${text}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
