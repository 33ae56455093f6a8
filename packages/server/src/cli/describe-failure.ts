import { explainConnectionFailure } from '../storage/connection-failure.js';

/** One line for the user of the command, without a stack; for a known failure of the database, its cause and the remedy. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `whatsapp-optin failed: ${String(error)}`;
  const failure = explainConnectionFailure(error);
  if (failure !== null) return `whatsapp-optin failed: the database cannot be used, ${failure.why}. ${failure.advice}`;
  const file = describeFileFailure(error);
  if (file !== null) return `whatsapp-optin failed: ${file}`;
  // A host name with two addresses fails with an error without a message.
  const causes = error instanceof AggregateError ? error.errors.map(messageOf) : [];
  const text = error.message || causes.join('; ') || messageOf(error);
  return text.startsWith('whatsapp-optin ') ? text : `whatsapp-optin failed: ${text}`;
}

const FILE_FAILURES: Readonly<Record<string, string>> = {
  EEXIST: 'is there already: name another file, or move it away.',
  ENOENT: 'is not there: check the name of the file and its folder.',
  EACCES: 'may not be read or written by this user: check its owner and rights.',
  EISDIR: 'is a folder: name a file in it.',
  ENOSPC: 'does not fit: the disk is full.',
};

/** Of a file that the user named. */
function describeFileFailure(error: NodeJS.ErrnoException): string | null {
  const words = FILE_FAILURES[error.code ?? ''];
  return words === undefined || error.path === undefined ? null : `"${error.path}" ${words}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
