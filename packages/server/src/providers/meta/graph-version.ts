import type { ProviderFinding } from '../whatsapp-provider.js';

/**
 * The first day on which a version of the Graph API answers no more.
 *
 * @see https://developers.facebook.com/docs/graph-api/changelog/versions/ (2026-11)
 */
const ENDS_ON: Readonly<Record<string, string>> = {
  'v17.0': '2025-09-12',
  'v18.0': '2026-01-26',
  'v19.0': '2026-05-21',
  'v20.0': '2026-09-24',
  'v21.0': '2027-01-21',
  'v22.0': '2027-05-20',
  'v23.0': '2027-10-08',
  'v24.0': '2028-02-18',
  'v25.0': '2028-07-29',
};
const ADVISED_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Whether a version of the Graph API ends soon; empty where it does not, or Meta has not said when.
 *
 * @param newest - the version to advise
 */
export function judgeGraphVersion(version: string, newest: string, now: Date): ProviderFinding[] {
  const endsOn = ENDS_ON[version];
  if (endsOn === undefined) return [];
  const days = Math.ceil((Date.parse(endsOn) - now.getTime()) / DAY_MS);
  if (days > ADVISED_DAYS) return [];
  const advice = `Set META_GRAPH_VERSION to ${newest}, or leave it out.`;
  return days > 0
    ? [{ level: 'warning', message: `Graph API ${version} ends on ${endsOn}, in ${days} days.`, advice }]
    : [{ level: 'problem', message: `Graph API ${version} ended on ${endsOn}.`, advice }];
}
