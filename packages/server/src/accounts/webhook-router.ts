import type { WebhookRequest, WebhookVerdict } from '../providers/whatsapp-provider.js';
import { WEBHOOK_ENDPOINTS, type WebhookEndpoint, type WebhookTarget, type WebhookTargets } from './webhook-target.js';
import type { WhatsAppAccount } from './whatsapp-account.js';

/** The accounts that a webhook may be about, before their secrets are checked. */
export interface RoutedTargets {
  /** Those that the request names; all where it names none. In the order of the configuration. */
  named: readonly WebhookTarget[];
  /** The rest of them. */
  others(): readonly WebhookTarget[];
}

/** Vendors name an account near the beginning of a body. */
const SEARCHED_BYTES = 65_536;

const PERCENT_CODE = /%[0-9a-f]{2}/gi;
const WORD = /\w{2,}/g;

/**
 * Finds the accounts that a webhook names, so that a server of many organizations checks the secret of one. The words of the
 * request are a hint, read without belief: only a secret decides, and where the named accounts have none that fits, the
 * others are asked.
 */
export function createWebhookRouter(targets: WebhookTargets) {
  const byAccount = new Map(
    Object.values(targets)
      .flat()
      .map((target) => [nameOf(target.account), target]),
  );
  const indexes = new Map(WEBHOOK_ENDPOINTS.map((endpoint) => [endpoint, indexOf(targets[endpoint])]));

  return {
    route(endpoint: WebhookEndpoint, request: WebhookRequest): RoutedTargets {
      const all = targets[endpoint];
      const index = indexes.get(endpoint);
      if (index === undefined || all.length < 2) return { named: all, others: () => [] };
      const places = new Set<number>();
      for (const word of wordsOf(request)) {
        for (const place of index.get(word) ?? []) places.add(place);
      }
      if (places.size === 0) return { named: all, others: () => [] };
      const inOrder = [...places].sort((one, other) => one - other);
      return {
        named: inOrder.flatMap((place) => all[place] ?? []),
        others: () => all.filter((_target, place) => !places.has(place)),
      };
    },

    /** `undefined` where the account is no longer configured. */
    find: (account: Omit<WhatsAppAccount, 'evidence'>): WebhookTarget | undefined => byAccount.get(nameOf(account)),

    /** Whether an account can check a webhook at this endpoint. Only the head of the request need be there. */
    isConfigured: (endpoint: WebhookEndpoint, head: WebhookRequest): boolean =>
      targets[endpoint].some(({ vendor }) => vendor.verifyWebhook(head) !== 'not_configured'),
  };
}

/** Those whose secret fits, and what all of them say together. */
export function verifyTargets(
  targets: readonly WebhookTarget[],
  request: WebhookRequest,
): { genuine: WebhookTarget[]; verdict: WebhookVerdict } {
  const genuine: WebhookTarget[] = [];
  let verdict: WebhookVerdict = 'not_configured';
  for (const target of targets) {
    const found = target.vendor.verifyWebhook(request);
    if (found === 'genuine') genuine.push(target);
    if (found !== 'not_configured') verdict = 'forged';
  }
  return { genuine, verdict: genuine.length > 0 ? 'genuine' : verdict };
}

function nameOf({ organizationId, provider, businessNumber }: Omit<WhatsAppAccount, 'evidence'>): string {
  return JSON.stringify([organizationId, provider, businessNumber]);
}

/** Places in the list of targets, by address. */
function indexOf(targets: readonly WebhookTarget[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [place, { vendor }] of targets.entries()) {
    for (const address of vendor.webhookAddresses) {
      const word = address.toLowerCase();
      const places = index.get(word);
      if (places === undefined) index.set(word, [place]);
      else places.push(place);
    }
  }
  return index;
}

function wordsOf({ url, rawBody }: WebhookRequest): Set<string> {
  const body = Buffer.from(rawBody.buffer, rawBody.byteOffset, Math.min(rawBody.byteLength, SEARCHED_BYTES));
  const text = `${url.search} ${body.toString('latin1')}`.replace(PERCENT_CODE, ' ').toLowerCase();
  return new Set(text.match(WORD));
}
