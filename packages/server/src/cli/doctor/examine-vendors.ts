import { createSmsVendor, createWhatsAppVendor } from '../../composition/connect-vendors.js';
import { generateVapidKeys } from '../../providers/web-push/vapid-keys.js';
import { createWebPushSender } from '../../providers/web-push/web-push-sender.js';
import type { ProviderFinding } from '../../providers/whatsapp-provider.js';
import type { ResolvedOptions, ResolvedOrganization } from '../../config/resolve-options.js';
import { ok, problem, warning, type Finding } from './finding.js';

/** Each allowed country is one more whose premium numbers a thief of the key could write to. */
const ADVISED_COUNTRIES = 10;

const NAMES = { ultramsg: 'UltraMsg', meta: 'Meta', twilio: 'Twilio', sns: 'Amazon SNS' } as const;

/** Asks every vendor that is set up how it is. */
export async function examineVendors(
  resolved: ResolvedOptions,
  businessNumbers: ReadonlyMap<string, string | null>,
): Promise<Finding[]> {
  const whatsapp = resolved.organizations.map((organization) =>
    examineWhatsApp(organization, {
      publicUrl: resolved.publicUrl,
      businessNumber: businessNumbers.get(organization.organization.id) ?? organization.organization.whatsappNumber,
    }),
  );
  return (await Promise.all([...whatsapp, examineSms(resolved), examinePush(resolved)])).flat();
}

/** Leads the webhooks of each WhatsApp vendor to this server. Empty where nothing had to change. */
export async function fixWebhooks(
  { organizations, publicUrl }: ResolvedOptions,
  businessNumbers: ReadonlyMap<string, string | null>,
): Promise<Finding[]> {
  const fixes = organizations.map(async ({ organization, whatsapp }) => {
    const businessNumber = businessNumbers.get(organization.id) ?? organization.whatsappNumber;
    if (whatsapp === null || businessNumber === null) return [];
    const vendor = createWhatsAppVendor(whatsapp, { businessNumber, publicUrl });
    return toFindings(NAMES[whatsapp.kind], (await vendor.subscribeWebhook?.()) ?? []);
  });
  return (await Promise.all(fixes)).flat();
}

async function examineWhatsApp(
  { whatsapp }: ResolvedOrganization,
  { publicUrl, businessNumber }: { publicUrl: string; businessNumber: string | null },
): Promise<Finding[]> {
  if (whatsapp === null) {
    return [warning('WhatsApp', 'No vendor carries it.', 'Set WHATSAPP_PROVIDER, as docs/providers.md shows.')];
  }
  const about = NAMES[whatsapp.kind];
  if (businessNumber === null) {
    return [problem(about, 'The organization has no WhatsApp number.', 'Set WHATSAPP_COMPANY_NUMBER.')];
  }
  const vendor = createWhatsAppVendor(whatsapp, { businessNumber, publicUrl });
  return [...toFindings(about, (await vendor.diagnose?.()) ?? []), ...assurance(about, whatsapp)];
}

/** How far the webhooks of a vendor can be believed. */
function assurance(about: string, whatsapp: NonNullable<ResolvedOrganization['whatsapp']>): Finding[] {
  if (whatsapp.kind !== 'ultramsg') return [ok(about, 'Its webhooks are signed.')];
  return whatsapp.verifyInbound
    ? [ok(about, 'Its webhooks are not signed; each message is read back before it opens a session.')]
    : [
        warning(
          about,
          'Its webhooks are not signed, and messages are not read back: who knows the token can open sessions.',
          'Set ULTRAMSG_VERIFY_INBOUND=true.',
        ),
      ];
}

async function examineSms({ sms, publicUrl }: ResolvedOptions): Promise<Finding[]> {
  if (sms.account === null) return [ok('SMS', 'It is off.')];
  const about = `SMS through ${NAMES[sms.account.kind]}`;
  const vendor = createSmsVendor(sms.account, publicUrl);
  return [countryFinding(sms.allowedCountries), ...toFindings(about, (await vendor.diagnose?.()) ?? [])];
}

function countryFinding(countries: readonly string[]): Finding {
  const list = countries.join(', ');
  if (countries.length === 0) {
    return problem('SMS', 'No country is allowed, so that none is ever sent.', 'Set SMS_ALLOWED_COUNTRIES, "SA" say.');
  }
  if (countries.length > ADVISED_COUNTRIES) {
    const advice = 'Leave in SMS_ALLOWED_COUNTRIES those that your customers have numbers of.';
    return warning('SMS', `It may go to ${countries.length} countries.`, advice);
  }
  return ok('SMS', `It may go to ${list}.`);
}

async function examinePush({ push }: ResolvedOptions): Promise<Finding[]> {
  if (typeof push === 'function') return [ok('Web push', 'The host sends it by itself.')];
  // Keys may lie in the database; what is asked about here is the rest.
  const { publicKey, privateKey } = push.vapidKeys ?? generateVapidKeys();
  const sender = createWebPushSender({ vapid: { publicKey, privateKey, subject: push.vapidSubject } });
  const findings = await sender.diagnose();
  await sender.close();
  return toFindings('Web push', findings);
}

function toFindings(about: string, findings: readonly ProviderFinding[]): Finding[] {
  return findings.map((finding) => ({ about, ...finding }));
}
