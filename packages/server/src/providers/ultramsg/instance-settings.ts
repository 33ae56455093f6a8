const WEBHOOK_PATH = '/api/webhooks/ultramsg/inbound';

/** The address of the webhook without its token. */
export function webhookUrl(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${WEBHOOK_PATH}`;
}

/** A flag as the settings of an instance write it. */
export function isOn(flag: unknown): boolean {
  return flag === true || flag === 1 || (typeof flag === 'string' && /^(on|true|1)$/i.test(flag));
}
