import type { OptionChecks } from './option-checks.js';
import type { WebPushOptions } from './options.js';
import type { ResolvedWebPush } from './resolved-options.js';

/** Bytes of an uncompressed P-256 point and of its private scalar. */
const PUBLIC_KEY_BYTES = 65;
const PRIVATE_KEY_BYTES = 32;

/** For a server without an https address; push services ask for a contact, and Apple's refuses one on localhost. */
const UNREACHABLE_SUBJECT = 'mailto:nobody@whatsapp-optin.invalid';

/** `publicUrl` is the contact where none is given, if it is an https address. */
export function resolveWebPush(checks: OptionChecks, options: WebPushOptions, publicUrl: string): ResolvedWebPush {
  const publicKey = resolveKey(checks, 'push.vapidPublicKey', options.vapidPublicKey, PUBLIC_KEY_BYTES);
  const privateKey = resolveKey(checks, 'push.vapidPrivateKey', options.vapidPrivateKey, PRIVATE_KEY_BYTES);
  if ((publicKey === null) !== (privateKey === null)) {
    const missing = publicKey === null ? 'push.vapidPublicKey' : 'push.vapidPrivateKey';
    checks.wrong(missing, 'is missing: the two VAPID keys are a pair; leave out both and they are made and kept.');
  }
  const ownSubject = publicUrl.startsWith('https://') ? publicUrl : UNREACHABLE_SUBJECT;
  const vapidSubject = checks.text('push.vapidSubject', options.vapidSubject) ?? ownSubject;
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(vapidSubject)) {
    checks.wrong('push.vapidSubject', 'must be a contact such as "mailto:it@clinic.example" or an https address.');
  }
  const allowedHosts = checks.list('push.allowedHosts', options.allowedHosts);
  if (allowedHosts.some((host) => !/^(\*\.)?[\w.-]+(:\d{1,5})?$/.test(host))) {
    checks.wrong(
      'push.allowedHosts',
      'must be hosts such as "push.example.com" or "localhost:4001", without a scheme.',
    );
  }
  return {
    vapidKeys: publicKey !== null && privateKey !== null ? { publicKey, privateKey } : null,
    vapidSubject,
    allowedHosts,
  };
}

function resolveKey(checks: OptionChecks, option: string, value: unknown, bytes: number): string | null {
  const key = checks.text(option, value);
  if (key !== null && (!/^[\w-]+=?$/.test(key) || Buffer.from(key, 'base64url').byteLength !== bytes)) {
    checks.wrong(option, `must be ${bytes} bytes in base64url, as "npx web-push generate-vapid-keys" makes them.`);
  }
  return key;
}
