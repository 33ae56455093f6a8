import { always, group, list, text } from './fields.js';
import { matching } from './readers.js';

/** Bytes of an uncompressed P-256 point, and of its private scalar. */
const PUBLIC_KEY_BYTES = 65;
const PRIVATE_KEY_BYTES = 32;

const vapidKey = (bytes: number) => ({
  read: (key: string) => (/^[\w-]+=?$/.test(key) && Buffer.from(key, 'base64url').byteLength === bytes ? key : null),
  must: `must be ${bytes} bytes in base64url, as "npx web-push generate-vapid-keys" makes them`,
});

const defaultText = 'made, and kept in the database';

export const webPush = group('WebPushOptions', 'Web push', {
  vapidPublicKey: text({
    env: 'VAPID_PUBLIC_KEY',
    help: 'Public VAPID key.',
    defaultText,
    ...vapidKey(PUBLIC_KEY_BYTES),
  }),
  vapidPrivateKey: text({
    env: 'VAPID_PRIVATE_KEY',
    help: 'Private VAPID key.',
    defaultText,
    secret: true,
    ...vapidKey(PRIVATE_KEY_BYTES),
  }),
  vapidSubject: text({
    env: 'VAPID_SUBJECT',
    help: 'Contact for push services, `mailto:` or `https:`. Apple refuses one on localhost.',
    defaultText: '`publicUrl`, where it is https',
    read: matching(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/),
    must: 'must be a contact such as "mailto:it@clinic.example" or an https address',
  }),
  allowedHosts: list({
    env: 'PUSH_ALLOWED_HOSTS',
    help: 'Hosts of push services besides the built-in ones; `localhost:4001` for development.',
    read: matching(/^(\*\.)?[\w.-]+(:\d{1,5})?$/),
    must: 'must be hosts such as "push.example.com" or "localhost:4001", without a scheme',
    isQuoted: true,
  }),
}).superRefine(({ vapidPublicKey, vapidPrivateKey }, context) => {
  if ((vapidPublicKey === undefined) === (vapidPrivateKey === undefined)) return;
  const missing = vapidPublicKey === undefined ? 'vapidPublicKey' : 'vapidPrivateKey';
  const message = 'is missing: the two VAPID keys are a pair; leave out both and they are made and kept';
  context.addIssue({ code: 'custom', path: [missing], message });
}, always);
