import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { makeKey } from './keys.mjs';

/** The clinic of the demo. */
export const CLINIC = Object.freeze({
  name: 'Al Noor Clinic',
  number: '+966500000000',
  // The clinic stands where the demo runs, so that page and message name the same hour.
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  country: 'SA',
});

/** A placeholder that no network knows: SMS of the demo end in the simulator. */
const SMS_FROM_NUMBER = '+966110000000';

/** Addresses that this computer reaches as localhost. */
const LOCAL_HOSTS = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'];

/**
 * Reads `PORT`, `HOST`, `DATA_DIR` and `EXAMPLE_PEOPLE`, and makes tokens that live as long as this process.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @throws {Error} where PORT is no port with room for the simulator's beside it
 */
export function readSettings(environment) {
  const port = Number(environment.PORT || 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Error(`PORT is "${environment.PORT}", but it must be a whole number from 1 to 65534.`);
  }
  const host = environment.HOST || '127.0.0.1';
  return {
    port,
    host,
    simulatorPort: port + 1,
    publicUrl: `http://${LOCAL_HOSTS.includes(host) ? 'localhost' : host}:${port}`,
    dataDir: environment.DATA_DIR || fileURLToPath(new URL('../../.whatsapp-optin', import.meta.url)),
    hasExamplePeople: environment.EXAMPLE_PEOPLE !== 'none',
    ultramsg: { instanceId: '1150', token: makeKey(''), webhookToken: makeKey('') },
    twilio: { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: makeKey(''), fromNumber: SMS_FROM_NUMBER },
  };
}

/** @typedef {ReturnType<typeof readSettings> & { keys: import('./keys.mjs').Keys }} Settings */
