import type { ProvidersOptions } from '../../config/options.js';
import type { FailureAction } from '../send-outcome.js';
import type { WebhookRequest, WhatsAppProvider } from '../whatsapp-provider.js';
import type { VendorBehaviour } from './vendor-server.js';

/** Where all kits say that the server is reached: some vendors sign the address. */
export const KIT_PUBLIC_URL = 'https://optin.clinic.example';

/** A customer's text, before it takes a vendor's form. */
export interface KitMessage {
  /** Letters and digits; the kit makes an id of the vendor's form from it. */
  id: string;
  /** E.164; `null` for a person whom the vendor names without a phone. */
  from: string | null;
  text: string;
  sentAtMs: number;
}

export interface KitWebhook {
  messages: readonly KitMessage[];
  /** `other`: of a business number that is not ours, at the same vendor. @default 'own' */
  tenant?: 'own' | 'other' | undefined;
  /** One item more, in the midst of the others, that is no message. For vendors that batch. */
  withMalformed?: boolean | undefined;
}

export interface KitProviderInput {
  /** All that hold, the newest first. Empty: none is set. */
  secrets: readonly string[];
  /** Of the vendor's API. */
  baseUrl?: string | undefined;
  deadlineMs?: number | undefined;
}

/** What the conformance suite must know of a vendor: how its webhooks are made and what its API answers. */
export interface ProviderKit {
  /** As in `WhatsAppProvider`. */
  name: string;
  /** E.164 */
  businessNumber: string;
  /** Of two organizations, in the vendor's form, with lower-case letters in them. */
  secrets: readonly [string, string];
  /** What its webhooks can and cannot do. */
  webhooks: {
    path: string;
    /** A changed byte shows. */
    signed: boolean;
    /** Several secrets may hold at once. */
    rotates: boolean;
    batches: boolean;
    /** The vendor says when a message was sent. */
    timed: boolean;
    /** What it signs with is what its API is called with: a server without it does not start. @default false */
    secretIsRequired?: boolean | undefined;
    /** Any of its golden bodies: raw material of the fuzzer. */
    golden: () => readonly string[];
  };
  /** The provider as the composition root makes it. */
  createProvider(input: KitProviderInput): WhatsAppProvider;
  /** Options that make the composition root connect it. */
  providersOptions(input: KitProviderInput): ProvidersOptions;
  /** A webhook without any proof. */
  buildWebhook(webhook: KitWebhook): WebhookRequest;
  sign(request: WebhookRequest, secret: string): WebhookRequest;
  /** The signature or the secret in a request; empty where there is none. */
  readProof(request: WebhookRequest): string;
  /** `null` takes it away. */
  withProof(request: WebhookRequest, proof: string | null): WebhookRequest;
  accepted: readonly { name: string; answer: VendorBehaviour; providerMessageId: string | null }[];
  refused: readonly { name: string; answer: VendorBehaviour; action: FailureAction }[];
  /** Answers that leave the outcome of the message unknown. */
  unclear: readonly { name: string; answer: VendorBehaviour }[];
}

/** The same request with another body; what was signed stays signed. */
export function withBody(request: WebhookRequest, rawBody: Uint8Array): WebhookRequest {
  return { ...request, rawBody };
}

/** The same request with a header set; `null` takes it away. */
export function withHeader(request: WebhookRequest, name: string, value: string | null): WebhookRequest {
  const headers = new Headers(request.headers);
  if (value === null) headers.delete(name);
  else headers.set(name, value);
  return { ...request, headers };
}

/** The same request with a query parameter set; `null` takes it away. */
export function withParameter(request: WebhookRequest, name: string, value: string | null): WebhookRequest {
  const url = new URL(request.url);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return { ...request, url };
}

/** What a vendor posts to one of our paths, as bytes. */
export function postTo(path: string, contentType: string, body: string): WebhookRequest {
  return {
    method: 'POST',
    url: new URL(`${KIT_PUBLIC_URL}${path}`),
    headers: new Headers({ 'content-type': contentType }),
    rawBody: new TextEncoder().encode(body),
  };
}
