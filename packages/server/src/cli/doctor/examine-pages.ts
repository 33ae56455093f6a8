import type { ResolvedOptions } from '../../config/resolve-options.js';
import type { RefusedOrigin } from '../../storage/refused-origin-store.js';
import { ok, warning, type Finding } from './finding.js';

const ABOUT = 'Pages';

/** Whether a page of the business can create an opt-in by itself; one that takes it from its own backend needs neither. */
export function examinePages({
  organizations,
  allowedOrigins,
}: Pick<ResolvedOptions, 'organizations' | 'allowedOrigins'>): Finding[] {
  const withoutKey = organizations.filter(({ publishableKey }) => publishableKey === null);
  const findings = withoutKey.map(({ organization }) =>
    warning(
      ABOUT,
      `PUBLISHABLE_KEY is not set for "${organization.id}": its pages show the plain link, without a live status.`,
      'Set it to "pk_" and a random text, and give it to the component; or let your backend create the opt-ins.',
    ),
  );
  if (withoutKey.length < organizations.length && allowedOrigins.length === 0) {
    findings.push(
      warning(
        ABOUT,
        'ALLOWED_ORIGINS is empty: browsers are refused with every publishable key.',
        'Set it to the origins of your pages, such as https://clinic.example.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok(ABOUT, `They may be on ${allowedOrigins.join(', ')}.`)];
}

/** Origins that browsers were refused for, and that are not allowed since. */
export function refusedFindings(refused: readonly RefusedOrigin[], allowedOrigins: readonly string[]): Finding[] {
  return refused
    .filter(({ origin }) => !allowedOrigins.includes(origin))
    .map(({ origin, lastRefusedAt }) =>
      warning(
        ABOUT,
        `Those of ${origin} were refused, the last at ${lastRefusedAt.toISOString()}.`,
        `If they are yours, set ALLOWED_ORIGINS=${[...allowedOrigins, origin].join(',')} and start the server again.`,
      ),
    );
}
