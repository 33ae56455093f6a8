import type { ResolvedOptions } from '../../config/resolve-options.js';
import { ok, problem, warning, type Finding } from './finding.js';

/** Below, a secret can be guessed over HTTP in time; below the other, it is weaker than those that generators make. */
const GUESSABLE_BITS = 48;
const ADVISED_BITS = 90;

const ADVICE = 'Make one with "openssl rand -base64 32".';

/** How hard the secrets that we ask of others are to guess. Never quotes one. */
export function examineSecrets(resolved: Pick<ResolvedOptions, 'organizations'>): Finding[] {
  const secrets = resolved.organizations.flatMap(({ secretKeys, adminKey, whatsapp }): [string, string][] => [
    ...secretKeys.map((secret): [string, string] => ['SECRET_KEY', secret]),
    ...(adminKey === null ? [] : [['ADMIN_KEY', adminKey] as [string, string]]),
    ...(whatsapp?.kind === 'ultramsg'
      ? whatsapp.webhookToken.map((token): [string, string] => ['ULTRAMSG_WEBHOOK_TOKEN', token])
      : []),
  ]);
  const weak = secrets.flatMap(([name, secret]) => judge(name, secret) ?? []);
  const missing = resolved.organizations.flatMap(({ whatsapp }) =>
    whatsapp?.kind === 'ultramsg' && whatsapp.webhookEnabled && whatsapp.webhookToken.length === 0
      ? problem(
          'Secrets',
          'ULTRAMSG_WEBHOOK_TOKEN is not set: the webhook answers 503, and no customer can opt in.',
          `${ADVICE} Put it into the address of the webhook, too.`,
        )
      : [],
  );
  const findings = [...weak, ...missing];
  return findings.length > 0 ? findings : [ok('Secrets', 'They are long and varied enough.')];
}

function judge(name: string, secret: string): Finding | null {
  const bits = strengthBits(secret.replace(/^[sap]k_/, ''));
  if (bits < GUESSABLE_BITS) return problem('Secrets', `${name} can be guessed.`, ADVICE);
  if (bits < ADVISED_BITS) return warning('Secrets', `${name} is weaker than a random one.`, ADVICE);
  return null;
}

/**
 * An upper bound: length times the bits of a symbol, as the text itself varies. It unmasks what is short, repeated or
 * made of few symbols; of a long sentence that everybody knows it thinks too well.
 */
export function strengthBits(secret: string): number {
  const counts = new Map<string, number>();
  for (const symbol of secret) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / secret.length);
  return bits;
}
