import type { UltraMsgOptions } from '../../config/options.js';
import { postForm } from '../form-post.js';
import { isJsonObject } from '../json-object.js';
import { changed, notChanged, refuseUnreachable } from '../webhook-change.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { isOn, webhookUrl } from './instance-settings.js';
import { getFromInstance, readJsonAnswer, type InstanceApiInput } from './instance-api.js';
import { instanceUrl } from './instance-id.js';

const BY_HAND = 'Follow step 5 of docs/providers.md by hand.';
const COPIED = ['sendDelay', 'webhook_message_create', 'webhook_message_download_media'];

/** Leads the webhook of the instance to us, and switches received messages and acknowledgements on. The rest stays as it is. */
export async function subscribeUltraMsgWebhook(
  input: InstanceApiInput & { options: UltraMsgOptions; publicUrl: string },
): Promise<readonly ProviderFinding[]> {
  const { options, publicUrl, fetch, deadlineMs } = input;
  const [token] = typeof options.webhookToken === 'string' ? [options.webhookToken] : (options.webhookToken ?? []);
  if (!token) return [notChanged('ULTRAMSG_WEBHOOK_TOKEN is not set', 'Set it to a random text.')];
  const unreachable = refuseUnreachable(publicUrl, instanceUrl(options));
  if (unreachable) return [unreachable];
  const before = readJsonAnswer(await getFromInstance(input, '/instance/settings'));
  if (!isJsonObject(before) || !('webhook_url' in before)) {
    return [notChanged('the settings of the instance cannot be read', BY_HAND)];
  }
  const address = webhookUrl(publicUrl);
  const wanted = `${address}?token=${encodeURIComponent(token)}`;
  const isSet = before['webhook_url'] === wanted;
  if (isSet && isOn(before['webhook_message_received']) && isOn(before['webhook_message_ack'])) return [];
  const kept = COPIED.flatMap((name) => (name in before ? [[name, String(before[name])]] : []));
  const result = await postForm({
    url: `${instanceUrl(options)}/instance/settings`,
    form: {
      ...(Object.fromEntries(kept) as Record<string, string>),
      token: options.token,
      webhook_url: wanted,
      webhook_message_received: 'true',
      webhook_message_ack: 'true',
    },
    fetch,
    deadlineMs,
  });
  const answer = readJsonAnswer(result);
  if (!isJsonObject(answer) || 'error' in answer) return [notChanged('UltraMsg refused it', BY_HAND)];
  return [
    ...(isSet ? [] : [changed(`The webhook of the instance leads to ${address}`)]),
    changed('"Webhook on received" and "Webhook on ack" are on'),
  ];
}
