import { META_KIT } from '../src/providers/meta/testing/meta-kit.js';
import { withBody } from '../src/providers/testing/provider-kit.js';
import { startVendorServer } from '../src/providers/testing/vendor-server.js';
import type { WhatsAppOptInOptions } from '../src/config/options.js';
import { post } from './provider-kits.js';
import { openWorld, type World } from './test-world.js';
import { QUICK_RATE_LIMITS } from './vendor-world.js';

const [SECRET] = META_KIT.secrets;

/** A message as Meta was asked to send it. */
export interface MetaSend {
  to?: string;
  recipient?: string;
  text: { body: string };
  biz_opaque_callback_data: string;
}

/** A world whose vendor is Meta: signed webhooks in, calls of the Graph API out. */
export interface MetaWorld {
  world: World;
  /** What went out, oldest first. The send with the id `wamid.sent-3` is the third. */
  sent(): MetaSend[];
  /** Posts a signed webhook. @returns the HTTP status. */
  receive(body: string): Promise<number>;
  /** One text message; without fields from nobody, now. */
  text(fields: object): string;
  /** The value of a change, as Meta wraps it. */
  value(fields: object): string;
  close(): Promise<void>;
}

export async function openMetaWorld(options: Partial<WhatsAppOptInOptions> = {}): Promise<MetaWorld> {
  const vendor = await startVendorServer();
  let serial = 0;
  vendor.behave((response) => {
    serial += 1;
    response.end(JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id: `wamid.sent-${serial}` }] }));
  });
  const providers = META_KIT.providersOptions({ secrets: [SECRET], baseUrl: vendor.baseUrl });
  const world = await openWorld({ providers, ...options }, { rateLimits: QUICK_RATE_LIMITS });
  const value = (fields: object): string => {
    const metadata = { display_phone_number: '966500000000', phone_number_id: '106540352242922' };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...fields } };
    return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] });
  };
  return {
    world,
    sent: () => vendor.received.map(({ body }) => JSON.parse(body) as MetaSend),
    async receive(body) {
      const request = withBody(META_KIT.buildWebhook({ messages: [] }), new TextEncoder().encode(body));
      return (await post(world, META_KIT.sign(request, SECRET))).status;
    },
    value,
    text: (fields) =>
      value({
        messages: [{ timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: 'hi' }, ...fields }],
      }),
    async close() {
      await world.close();
      await vendor[Symbol.asyncDispose]();
    },
  };
}
