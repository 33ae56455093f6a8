/** A failure of the database connection: what was found, and what to do. */
export interface ConnectionFailure {
  why: string;
  advice: string;
}

const CHECK_ADDRESS = 'Check DATABASE_URL, and that the server runs and accepts connections from here.';
const TRUST_CERTIFICATE =
  'Add its authority to NODE_EXTRA_CA_CERTS, or end DATABASE_URL with "?sslmode=no-verify" on a network that you trust.';
const USE_DIRECT = 'Set DATABASE_DIRECT_URL to PostgreSQL itself, or use a pooler in session mode.';

/**
 * By the code of Node, TLS or PostgreSQL: the message of a driver may hold the address, and so a password.
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes, https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
const FAILURES: Readonly<Record<string, ConnectionFailure>> = {
  ECONNREFUSED: { why: 'nothing listens there', advice: CHECK_ADDRESS },
  ENOTFOUND: { why: 'there is no such host', advice: CHECK_ADDRESS },
  EAI_AGAIN: { why: 'its host name cannot be looked up now', advice: CHECK_ADDRESS },
  ECONNRESET: { why: 'it ends the connection', advice: CHECK_ADDRESS },
  ETIMEDOUT: { why: 'it does not answer', advice: CHECK_ADDRESS },
  '28P01': { why: 'the password is wrong', advice: 'Check the password in DATABASE_URL; write # as %23 and @ as %40.' },
  '28000': { why: 'the user may not log in', advice: 'Check the user in DATABASE_URL, and pg_hba.conf.' },
  '3D000': { why: 'there is no database of this name', advice: 'Create it, or correct its name in DATABASE_URL.' },
  '42501': {
    why: 'the user may not create our schema',
    advice: 'As the owner of the database: GRANT CREATE ON DATABASE <name> TO <user>.',
  },
  '53300': {
    why: 'it takes no more connections',
    advice: 'Lower DATABASE_POOL_SIZE, or raise max_connections of PostgreSQL.',
  },
  '57P03': { why: 'it is starting or closing', advice: 'Try again in a moment.' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { why: 'its certificate is self-signed', advice: TRUST_CERTIFICATE },
  SELF_SIGNED_CERT_IN_CHAIN: { why: 'its certificate has a self-signed authority', advice: TRUST_CERTIFICATE },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { why: 'the authority of its certificate is unknown', advice: TRUST_CERTIFICATE },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { why: 'the authority of its certificate is unknown', advice: TRUST_CERTIFICATE },
  CERT_HAS_EXPIRED: { why: 'its certificate has expired', advice: 'Renew the certificate of the database server.' },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    why: 'its certificate names another host',
    advice: 'Use a host name of the certificate in DATABASE_URL.',
  },
  // Statements with names: https://www.pgbouncer.org/features.html
  '42P05': { why: 'a pooler shares its connections between statements', advice: USE_DIRECT },
  '26000': { why: 'a pooler shares its connections between statements', advice: USE_DIRECT },
};

const CHOOSE_FOLDER = 'Set DATA_DIR to a folder that this user may write, or DATABASE_URL to a PostgreSQL.';

/** Of the folder of an embedded database. https://nodejs.org/api/errors.html#common-system-errors */
const FOLDER_FAILURES: Readonly<Record<string, ConnectionFailure>> = {
  EEXIST: { why: 'a file stands where its folder should be', advice: CHOOSE_FOLDER },
  ENOTDIR: { why: 'a file stands where its folder should be', advice: CHOOSE_FOLDER },
  EACCES: { why: 'its folder may not be written', advice: CHOOSE_FOLDER },
  EPERM: { why: 'its folder may not be written', advice: CHOOSE_FOLDER },
  EROFS: { why: 'its folder lies on a disk that is read-only', advice: CHOOSE_FOLDER },
  ENOSPC: { why: 'its disk is full', advice: 'Free some space, or set DATA_DIR to a folder on another disk.' },
};

/** The lock is what an embedded database writes first. */
function isOfFolder(error: unknown): boolean {
  const { syscall, path = '' } = error as NodeJS.ErrnoException;
  return syscall === 'mkdir' || /[\\/]lock(\.[\w-]+)?$/.test(path);
}

/** The code of an error, where it has one as a text. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** What an error of the connection means, and what to do. @returns `null` where its code is not known. */
export function explainConnectionFailure(error: unknown): ConnectionFailure | null {
  const code = codeOf(error) ?? '';
  return FAILURES[code] ?? (isOfFolder(error) ? (FOLDER_FAILURES[code] ?? null) : null);
}
