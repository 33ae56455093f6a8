import {
  browserPlatform,
  generateWhatsAppLink,
  getPrewrittenMessage,
  type OptInState,
  type Platform,
} from '@whatsapp-optin/sdk';
import type { CreateOptInRequest, OptInCreated, OptInStatus } from '@whatsapp-optin/sdk/contract';
import { QUIET_PLATFORM } from './quiet-platform.js';

/** A companion server in the page itself. It creates opt-ins, and answers as a story sets it. */
export interface PretendServer {
  /** Give it to the prompt, beside `server` and any `publishableKey`. */
  readonly platform: Platform;
  /** The customer's message has come: every prompt that follows the last opt-in turns to connected. */
  connect(): void;
  expire(): void;
}

const ID = '01980000-0000-7000-8000-000000000000';
const CODE = 'K7Q2-M9XW-4T3H';
const HOUR_MS = 3_600_000;

export function createPretendServer(organizationName: string, companyNumber: string): PretendServer {
  let state: OptInState = 'idle';
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

  const status = (): OptInStatus => ({
    id: ID,
    state,
    expiresAt: inHours(1),
    ...(state === 'connected' && { sessionExpiresAt: inHours(24) }),
  });
  const event = () => new TextEncoder().encode(`data: ${JSON.stringify(status())}\n\n`);
  const turn = (next: OptInState) => {
    state = next;
    for (const stream of streams) stream.enqueue(event());
  };

  const stream = (signal: AbortSignal | null | undefined) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        streams.add(controller);
        controller.enqueue(event());
        signal?.addEventListener('abort', () => {
          streams.delete(controller);
          controller.error(signal.reason);
        });
      },
      cancel: () => streams.clear(),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };

  async function answer(url: string, init: RequestInit = {}): Promise<Response> {
    if (url.endsWith('/stream')) return stream(init.signal);
    if (url.endsWith('/events')) return new Response(null, { status: 204 });
    if (init.method !== 'POST') return json(status());
    state = 'idle';
    return json(created(JSON.parse(init.body as string) as CreateOptInRequest), 201);
  }

  function created({ ticketNumber, locale, messageStyle }: CreateOptInRequest): OptInCreated {
    const message = getPrewrittenMessage(
      { name: organizationName, messageStyle: messageStyle ?? 'branded' },
      { number: ticketNumber ?? '' },
      { locale: locale ?? 'en', code: CODE },
    );
    const link = (target: 'universal' | 'app' | 'web') => generateWhatsAppLink(companyNumber, message, { target });
    return {
      ...{ id: ID, clientToken: 'ct_example', code: CODE, message, companyNumber, organizationName, state },
      expiresAt: inHours(1),
      links: {
        ...{ universal: link('universal'), app: link('app'), web: link('web') },
        short: `https://o.example.com/o/${CODE}`,
      },
    };
  }

  return {
    platform: { ...QUIET_PLATFORM, fetch: answer },
    connect: () => turn('connected'),
    expire: () => turn('expired'),
  };
}

function inHours(hours: number): string {
  return new Date(browserPlatform.now() + hours * HOUR_MS).toISOString();
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}
