// @ts-check
import { randomBytes } from 'node:crypto';

/** Keys of one run. In production they come from the environment, and stay. @param {string} prefix */
const newKey = (prefix) => `${prefix}_${randomBytes(24).toString('base64url')}`;

/** Each business has its own number, keys, words and vendor account. Customers and staff of one see nothing of the other. */
export const ORGANIZATIONS = [
  {
    id: 'clinic',
    name: 'Acme Clinic',
    whatsappNumber: '+966500000000',
    defaultLocale: 'es',
    timeZone: 'Europe/Madrid',
    secretKey: newKey('sk'),
    publishableKey: 'pk_clinic',
    adminKey: newKey('ak'),
    instanceId: '1150',
  },
  {
    id: 'bakery',
    name: 'Corner Bakery',
    whatsappNumber: '+966500000001',
    defaultLocale: 'en',
    timeZone: 'Europe/London',
    messageStyle: /** @type {const} */ ('casual'),
    secretKey: newKey('sk'),
    publishableKey: 'pk_bakery',
    adminKey: newKey('ak'),
    instanceId: '1151',
  },
];
