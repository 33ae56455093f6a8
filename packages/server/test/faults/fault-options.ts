import type { WhatsAppOptInOptions } from '../../src/config/options.js';
import { ADMIN, COMPANY, PUBLISHABLE, SECRET, WEBHOOK_TOKEN } from '../test-world.js';

export const FAULT_TWILIO = {
  accountSid: 'AC00000000000000000000000000000000',
  authToken: 'twilio-token-of-the-tests',
};

/** One organization at the vendors' stand-in; SMS without a limit that a run could reach. */
export function faultOptions(input: { database: string; vendors: string }): WhatsAppOptInOptions {
  const { database, vendors } = input;
  return {
    database,
    organization: {
      id: 'clinic',
      name: 'Al Noor Clinic',
      whatsappNumber: COMPANY,
      secretKey: SECRET,
      publishableKey: PUBLISHABLE,
      adminKey: ADMIN,
    },
    providers: {
      ultramsg: {
        instanceId: '1150',
        token: 'simulator-token',
        baseUrl: vendors,
        webhookToken: WEBHOOK_TOKEN,
        verifyInbound: false,
      },
    },
    sms: {
      enabled: true,
      ...FAULT_TWILIO,
      fromNumber: '+15550000000',
      baseUrl: vendors,
      allowedCountries: ['SA'],
      dailyLimit: 1_000_000,
    },
    push: { allowedHosts: [new URL(vendors).host], vapidSubject: 'mailto:test@clinic.example' },
    publicUrl: 'https://optin.clinic.example',
    logLevel: 'silent',
  };
}
