import { createECDH } from 'node:crypto';
import webPush from 'web-push';

export interface VapidKeys {
  /** Uncompressed P-256 point, base64url. */
  publicKey: string;
  /** base64url */
  privateKey: string;
}

export interface VapidDetails extends VapidKeys {
  /** `mailto:` or `https:`; Apple refuses localhost. */
  subject: string;
}

/** A new key pair. A changed pair makes every kept subscription useless (RFC 8292): keep it. */
export function generateVapidKeys(): VapidKeys {
  return webPush.generateVAPIDKeys();
}

/** @throws {Error} that names what is wrong with the subject or the pair, and shows no key. */
export function checkVapidDetails({ publicKey, privateKey, subject }: VapidDetails): void {
  if (!/^(mailto:.+@.+|https:\/\/.+)$/.test(subject)) {
    throw new Error('The VAPID subject must be "mailto:" with an address, or an "https:" URL.');
  }
  if (!isPair({ publicKey, privateKey })) {
    throw new Error('The VAPID keys must be a P-256 pair in base64url, as `whatsapp-optin keys` makes them.');
  }
}

function isPair({ publicKey, privateKey }: VapidKeys): boolean {
  const ecdh = createECDH('prime256v1');
  try {
    ecdh.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  } catch {
    // OpenSSL refuses what is no private key of this curve, with an error that does not help.
    return false;
  }
  return ecdh.getPublicKey('base64url') === publicKey;
}
