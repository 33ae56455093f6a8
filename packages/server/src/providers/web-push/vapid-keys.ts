import webPush from 'web-push';

export interface VapidKeys {
  /** Uncompressed P-256 point, base64url. */
  publicKey: string;
  /** base64url */
  privateKey: string;
}

/** A new key pair. A changed pair makes every kept subscription useless (RFC 8292): keep it. */
export function generateVapidKeys(): VapidKeys {
  return webPush.generateVAPIDKeys();
}
