import type { ConnectedAccount } from '../accounts/whatsapp-account.js';
import { WhatsAppAccounts } from '../accounts/whatsapp-account.js';
import type { WebhookTarget, WebhookTargets } from '../accounts/webhook-target.js';
import type { SendingTier } from '../notifications/tiers.js';
import type { OrganizationStore } from '../organizations/organization.js';
import { createMetaProvider } from '../providers/meta/meta-provider.js';
import { createRateLimiter, RATE_LIMITS, type RateLimit, type RateLimiter } from '../providers/rate-limiter.js';
import { createGiveUp } from '../providers/give-up.js';
import type { PushOutcome, PushSender } from '../providers/push-sender.js';
import type { ReservationStore } from '../providers/reservations.js';
import type { SendOutcome } from '../providers/send-outcome.js';
import type { SmsProvider, SmsWebhook } from '../providers/sms-provider.js';
import { createSnsSmsProvider } from '../providers/sns/sns-sms-provider.js';
import { createTwilioSmsProvider } from '../providers/twilio/twilio-sms-provider.js';
import { createTwilioWhatsAppProvider } from '../providers/twilio/twilio-whatsapp-provider.js';
import { createUltraMsgProvider } from '../providers/ultramsg/ultramsg-provider.js';
import { generateVapidKeys } from '../providers/web-push/vapid-keys.js';
import { createWebPushSender, type WebPushSender } from '../providers/web-push/web-push-sender.js';
import type { WhatsAppProvider } from '../providers/whatsapp-provider.js';
import type { PushStore } from '../push/push-store.js';
import type { ResolvedOptions, ResolvedSmsAccount, ResolvedWhatsApp } from '../config/resolve-options.js';

/** The vendors of this process, ready to be called. */
export interface ConnectedVendors {
  accounts: WhatsAppAccounts;
  /** Which accounts may be meant at which path; a status of Twilio's may be one of WhatsApp or of SMS. */
  webhookTargets: WebhookTargets;
  /** `null`: SMS is off. */
  sms: SmsProvider | null;
  /** Shared by all organizations, as the account is. */
  smsRateLimiter: RateLimiter;
  /** `null` where the host pushes by itself. */
  pushSenderOf(organizationId: string): PushSender | null;
  /** Fetches the price of a message of this tier; `null` where the vendor offers no such call. */
  priceFetcherOf(organizationId: string, tier: SendingTier): WhatsAppProvider['fetchPrice'] | null;
  close(): Promise<void>;
}

interface VendorDependencies {
  organizations: OrganizationStore;
  pushStore: PushStore;
  reservations: ReservationStore;
  rateLimits?: typeof RATE_LIMITS;
  /** Aborts when the server waits for vendors no longer. */
  giveUp?: AbortSignal;
}

/** The vendor may have the message: it is never repeated. */
const GIVEN_UP: SendOutcome = { status: 'unknown', errorCode: 'closing' };
const PUSH_GIVEN_UP: PushOutcome = { status: 'failed', errorCode: 'closing', retryAfterMs: null };

/** The number that the database holds is the one that a session belongs to, whatever the options say by now. */
export async function connectVendors(
  resolved: ResolvedOptions,
  { organizations, pushStore, reservations, rateLimits = RATE_LIMITS, giveUp }: VendorDependencies,
): Promise<ConnectedVendors> {
  const { publicUrl } = resolved;
  const { orElse, limit } = createGiveUp(giveUp ?? new AbortController().signal);
  const connected: ConnectedAccount[] = [];
  for (const { organization, whatsapp } of resolved.organizations) {
    const businessNumber = (await organizations.find(organization.id))?.whatsappNumber;
    if (!businessNumber || whatsapp === null) continue;
    const vendor = createWhatsAppVendor(whatsapp, { businessNumber, publicUrl });
    const { name: provider, evidence, tooFastCodes } = vendor;
    const rateLimiter = limit(
      createRateLimiter({
        limit: limitOf(rateLimits[whatsapp.kind], whatsapp),
        reservations,
        organizationId: organization.id,
        name: `${provider} ${businessNumber}`,
        tooFastCodes,
      }),
    );
    connected.push({
      ...{ organizationId: organization.id, provider, businessNumber, evidence, rateLimiter },
      vendor: {
        ...vendor,
        sendText: async (message) => rateLimiter.learn(await orElse(vendor.sendText(message), GIVEN_UP)),
      },
    });
  }
  const { account } = resolved.sms;
  const smsVendor = account === null ? null : createSmsVendor(account, publicUrl);
  const smsRateLimiter = limit(
    createRateLimiter({
      limit: limitOf(rateLimits.sms, resolved.sms),
      reservations,
      organizationId: '',
      name: `sms ${account?.kind ?? ''}`,
      tooFastCodes: smsVendor?.tooFastCodes ?? [],
    }),
  );
  const sms: SmsProvider | null = smsVendor && {
    ...smsVendor,
    sendSms: async (message) => smsRateLimiter.learn(await orElse(smsVendor.sendSms(message), GIVEN_UP)),
  };
  const organizationIds = resolved.organizations.map(({ organization }) => organization.id);
  const accounts = new WhatsAppAccounts(connected);
  const pushSenders = await createPushSenders(resolved, pushStore);
  return {
    accounts,
    webhookTargets: webhookTargetsOf(connected, smsWebhookTargets(organizationIds, account, sms)),
    sms,
    smsRateLimiter,
    pushSenderOf(organizationId) {
      const sender = pushSenders.get(organizationId);
      if (sender === undefined) return null;
      return { ...sender, send: (to, message) => orElse(sender.send(to, message), PUSH_GIVEN_UP) };
    },
    priceFetcherOf: (organizationId, tier) =>
      (tier === 'sms' ? sms : accounts.ofOrganization(organizationId)?.vendor)?.fetchPrice ?? null,
    async close() {
      await Promise.all([...pushSenders.values()].map((sender) => sender.close()));
    },
  };
}

/** A vendor costs a folder and a line here. */
export function createWhatsAppVendor(
  options: ResolvedWhatsApp,
  { businessNumber, publicUrl }: { businessNumber: string; publicUrl: string },
): WhatsAppProvider {
  switch (options.kind) {
    case 'ultramsg':
      return createUltraMsgProvider({ options, businessNumber, publicUrl });
    case 'meta':
      return createMetaProvider({ options, businessNumber, publicUrl });
    case 'twilio':
      return createTwilioWhatsAppProvider({ options, businessNumber, publicUrl });
  }
}

export function createSmsVendor(account: ResolvedSmsAccount, publicUrl: string): SmsProvider {
  return account.kind === 'sns' ? createSnsSmsProvider(account) : createTwilioSmsProvider({ ...account, publicUrl });
}

function limitOf(limit: RateLimit, { messagesPerSecond }: { messagesPerSecond?: number | undefined }): RateLimit {
  return messagesPerSecond === undefined ? limit : { ...limit, perSecond: messagesPerSecond };
}

function webhookTargetsOf(accounts: readonly ConnectedAccount[], sms: readonly WebhookTarget[]): WebhookTargets {
  const ofProvider = (name: string): WebhookTarget[] =>
    accounts.flatMap((account) => (account.provider === name ? { account, vendor: account.vendor } : []));
  return {
    ultramsg: ofProvider('ultramsg'),
    meta: ofProvider('meta'),
    twilio_whatsapp: ofProvider('twilio'),
    twilio_sms: sms,
    twilio_status: [...ofProvider('twilio'), ...sms],
  };
}

/** What customers write to the number that SMS are sent from; of all organizations, since they share the account. */
function smsWebhookTargets(
  organizationIds: readonly string[],
  account: ResolvedSmsAccount | null,
  sms: SmsProvider | null,
): WebhookTarget[] {
  const vendor: SmsWebhook | undefined = sms?.webhook;
  if (vendor === undefined || sms === null || account?.kind !== 'twilio') return [];
  const { name: provider } = sms;
  const { fromNumber: businessNumber } = account;
  return organizationIds.map((organizationId) => ({
    account: { organizationId, provider, businessNumber, evidence: 'signed_webhook' },
    vendor,
  }));
}

async function createPushSenders(
  { push, organizations, publicUrl }: ResolvedOptions,
  store: PushStore,
): Promise<Map<string, WebPushSender>> {
  const senders = new Map<string, WebPushSender>();
  if (typeof push === 'function') return senders;
  for (const { organization } of organizations) {
    const keys = push.vapidKeys ?? (await store.ensureVapidKeys(organization.id, generateVapidKeys()));
    const { publicKey, privateKey } = keys;
    const vapid = { publicKey, privateKey, subject: push.vapidSubject };
    const acknowledgement = { organizationId: organization.id, url: `${publicUrl}/api/push/acknowledgements` };
    senders.set(organization.id, createWebPushSender({ vapid, allowedHosts: push.allowedHosts, acknowledgement }));
  }
  return senders;
}
