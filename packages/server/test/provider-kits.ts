import { META_KIT } from '../src/providers/meta/testing/meta-kit.js';
import type { ProviderKit } from '../src/providers/testing/provider-kit.js';
import { TWILIO_KIT } from '../src/providers/twilio/testing/twilio-kit.js';
import { ULTRAMSG_KIT } from '../src/providers/ultramsg/testing/ultramsg-kit.js';
import type { WebhookRequest } from '../src/providers/whatsapp-provider.js';
import type { World } from './test-world.js';

/** Every vendor that carries WhatsApp. A new one adds its line, and passes. */
export const PROVIDER_KITS: readonly ProviderKit[] = [ULTRAMSG_KIT, META_KIT, TWILIO_KIT];

/** Posts what a vendor would, through the whole server. */
export async function post(
  world: Pick<World, 'app'>,
  { method, url, headers, rawBody }: WebhookRequest,
): Promise<Response> {
  return world.app.fetch(new Request(url, { method, headers, body: new Uint8Array(rawBody) }));
}
