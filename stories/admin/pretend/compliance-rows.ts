import type { AdminConsent, ComplianceReport, OptInAnalytics, OptInCounts } from '@whatsapp-optin/sdk/contract';
import { dayOf } from './delivery-rows.js';
import { OPENERS } from './people.js';
import { createRandom } from './random.js';

const USUAL: OptInCounts = {
  ...{ impressions: 260, linkOpens: 148, qrShown: 96, copied: 9, helpShown: 21 },
  ...{ declined: 14, skipped: 61, connected: 139, messages: 322, optedOut: 4 },
};
const NAMES = Object.keys(USUAL) as (keyof OptInCounts)[];

const BASES = [
  { tier: 'push', basis: 'subscription', sends: 20_377, unproven: 0 },
  { tier: 'sms', basis: 'declared', sends: 912, unproven: 0 },
  { tier: 'sms', basis: 'proven', sends: 2_214, unproven: 0 },
  { tier: 'whatsapp', basis: 'inbound', sends: 48_211, unproven: 0 },
] satisfies ComplianceReport['proof']['bases'];
const BASES_QUERY = `SELECT attempt.tier, attempt.basis, count(*)::int AS sends
FROM whatsapp_optin.notification_attempts AS attempt`;

export function createOptInAnalytics(now: number, isEmpty: boolean): OptInAnalytics {
  const random = createRandom(23);
  const counts = (scale: number) =>
    Object.fromEntries(
      NAMES.map((name) => [name, isEmpty ? 0 : Math.round(USUAL[name] * scale * (0.8 + random.next() * 0.4))]),
    ) as unknown as OptInCounts;
  const days = Array.from({ length: 30 }, (_, at) => {
    const day = dayOf(now, 29 - at);
    return { day, ...counts([5, 6].includes(new Date(day).getUTCDay()) ? 0.3 : 1) };
  });
  const totals = Object.fromEntries(
    NAMES.map((name) => [name, days.reduce((sum, day) => sum + day[name], 0)]),
  ) as unknown as OptInCounts;
  return {
    from: dayOf(now, 29),
    to: dayOf(now, 0),
    timeZone: 'Asia/Riyadh',
    totals,
    rates: isEmpty
      ? { adoption: null, decline: null, optOut: null, renewal: null, capture: null }
      : {
          // The rates of the very totals that the page shows.
          adoption: totals.connected / totals.impressions,
          decline: (totals.declined + totals.skipped) / totals.impressions,
          optOut: totals.optedOut / totals.connected,
          renewal: 0.61,
          capture: 0.998,
        },
    timeToConnect: isEmpty
      ? { medianSeconds: null, p90Seconds: null, samples: 0 }
      : { medianSeconds: 21, p90Seconds: 74, samples: 3_642 },
    days,
  };
}

export const PROOF_QUERY = `SELECT count(*) AS sends,
       count(*) FILTER (WHERE NOT EXISTS (
         SELECT FROM whatsapp_optin.inbound_message_keys AS message
         WHERE message.organization_id = attempt.organization_id
           AND message.contact_id = attempt.contact_id
           AND message.business_number = attempt.business_number
           AND message.sent_at <= attempt.at
           AND message.sent_at > attempt.at - interval '24 hours'
       )) AS unsolicited
FROM whatsapp_optin.notification_attempts AS attempt
WHERE attempt.organization_id = $1
  AND attempt.tier = 'whatsapp' AND attempt.status <> 'skipped';`;

export function createReport(now: number, isEmpty: boolean): ComplianceReport {
  const checkedAt = new Date(now - 240_000).toISOString();
  return {
    from: dayOf(now, 29),
    to: dayOf(now, 0),
    timeZone: 'Asia/Riyadh',
    proof: {
      sends: isEmpty ? 0 : 48_211,
      unsolicited: 0,
      query: PROOF_QUERY,
      bases: isEmpty ? [] : BASES,
      basesQuery: BASES_QUERY,
      checkedAt,
    },
    chain: isEmpty ? null : { status: 'whole', seals: 31_870, unsealed: 2, checkedAt },
    optIns: isEmpty ? { shown: 0, unopened: 0 } : { shown: 5_120, unopened: 611 },
    consents: isEmpty ? { granted: 0, withdrawn: 0 } : { granted: 3_642, withdrawn: 104 },
    rates: createOptInAnalytics(now, isEmpty).rates,
  };
}

export function createConsents(count: number, now: number): AdminConsent[] {
  const random = createRandom(29);
  return Array.from({ length: count }, (_, at) => {
    const isGranted = random.chance(0.93);
    const isArabic = random.chance(0.5);
    const recordedAt = new Date(now - at * 600_000).toISOString();
    return {
      id: random.uuid(),
      recordedAt,
      contactId: random.uuid(),
      action: isGranted ? 'granted' : 'withdrawn',
      purpose: 'queue_updates',
      channel: 'whatsapp',
      method: isGranted ? random.pick(['opt_in_code', 'opt_in_code', 'inbound_message']) : 'keyword',
      wording: isGranted
        ? OPENERS[isArabic ? 1 : 0].replace('{{ticket}}', 'A018').replace(/ \((ref|المرجع).*$/, '')
        : null,
      wordingLocale: isGranted ? (isArabic ? 'ar' : 'en') : null,
      consentText: isGranted
        ? 'You send the first message. Updates for this visit only, for 24 hours. Reply STOP at any time.'
        : null,
      consentVersion: isGranted ? '2026-11' : null,
      consentHash: isGranted ? '5f'.repeat(32) : null,
      consentSource: isGranted ? 'claimed' : null,
      pageOrigin: isGranted ? 'https://clinic.example' : null,
      ticketId: isGranted ? `visit-${random.between(10_000, 99_999)}` : null,
      optInId: null,
      inboundMessageId: random.uuid(),
      provider: 'ultramsg',
      messageSentAt: recordedAt,
      evidence: 'secret_url',
      seal: at < 2 ? null : { position: 31_872 - at, hash: random.uuid().replace(/-/g, '').repeat(2) },
    };
  });
}
