import { parseArgs } from 'node:util';
import { SIMULATOR_DEFAULTS, createSimulator } from './create-simulator.js';
import { WHATSAPP_VENDORS } from './phone/phone-line.js';

const HELP = `whatsapp-optin-simulator: stand-ins for UltraMsg, Meta, Twilio, Amazon SNS and web push on loopback, and a phone at
/phone.

  --port <number>             PORT                    4001; 0 takes a free one
  --whatsapp <vendor>         WHATSAPP_PROVIDER       ultramsg, meta or twilio: whose webhooks the phone is heard by
  --webhook-url <url>         WEBHOOK_URL             where inbound messages are posted
  --webhook-token <token>     WEBHOOK_TOKEN           added to it as ?token=, for UltraMsg
  --webhook-acks              WEBHOOK_ACKS=true       report there, too, what became of messages
  --sms-webhook-url <url>     SMS_WEBHOOK_URL         where Twilio posts the SMS of phones
  --number <phone>            WHATSAPP_COMPANY_NUMBER +966500000000
  --instance-id <id>          ULTRAMSG_INSTANCE_ID    1150
  --token <token>             ULTRAMSG_TOKEN          simulator-token
                              META_PHONE_NUMBER_ID META_ACCESS_TOKEN META_APP_SECRET META_VERIFY_TOKEN
  --sms-account-sid <sid>     SMS_ACCOUNT_SID         or TWILIO_ACCOUNT_SID
  --sms-auth-token <token>    SMS_AUTH_TOKEN          or TWILIO_AUTH_TOKEN
  --ledger-file <path>        LEDGER_FILE             every entry is also appended here
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'webhook-url': { type: 'string' },
    'webhook-token': { type: 'string' },
    'webhook-acks': { type: 'boolean' },
    'sms-webhook-url': { type: 'string' },
    whatsapp: { type: 'string' },
    number: { type: 'string' },
    'instance-id': { type: 'string' },
    token: { type: 'string' },
    'sms-account-sid': { type: 'string' },
    'sms-auth-token': { type: 'string' },
    'ledger-file': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const environment = process.env;
const instance = SIMULATOR_DEFAULTS.instances[0];
const number = values.number ?? environment.WHATSAPP_COMPANY_NUMBER ?? instance?.number ?? '';
const vendorName = values.whatsapp ?? environment.WHATSAPP_PROVIDER ?? 'ultramsg';
const whatsapp = WHATSAPP_VENDORS.find((vendor) => vendor === vendorName);
const port = Number(values.port ?? environment.PORT ?? 4001);

if (values.help) {
  process.stdout.write(HELP);
} else if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('port must be a whole number from 0 to 65535.\n');
  process.exitCode = 1;
} else if (whatsapp === undefined) {
  process.stderr.write(`whatsapp must be one of ${WHATSAPP_VENDORS.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  const simulator = createSimulator({
    whatsapp,
    instances: [
      {
        instanceId: values['instance-id'] ?? environment.ULTRAMSG_INSTANCE_ID ?? instance?.instanceId ?? '1150',
        token: values.token ?? environment.ULTRAMSG_TOKEN ?? instance?.token ?? '',
        number,
      },
    ],
    meta: {
      phoneNumberId: environment.META_PHONE_NUMBER_ID ?? SIMULATOR_DEFAULTS.meta.phoneNumberId,
      number,
      accessToken: environment.META_ACCESS_TOKEN ?? SIMULATOR_DEFAULTS.meta.accessToken,
      appSecret: environment.META_APP_SECRET ?? SIMULATOR_DEFAULTS.meta.appSecret,
      verifyToken: environment.META_VERIFY_TOKEN ?? SIMULATOR_DEFAULTS.meta.verifyToken,
    },
    twilio: {
      accountSid:
        values['sms-account-sid'] ??
        environment.SMS_ACCOUNT_SID ??
        environment.TWILIO_ACCOUNT_SID ??
        SIMULATOR_DEFAULTS.twilio.accountSid,
      authToken:
        values['sms-auth-token'] ??
        environment.SMS_AUTH_TOKEN ??
        environment.TWILIO_AUTH_TOKEN ??
        SIMULATOR_DEFAULTS.twilio.authToken,
      whatsappNumber: number,
    },
    webhook: {
      url: values['webhook-url'] ?? environment.WEBHOOK_URL ?? null,
      token: values['webhook-token'] ?? environment.WEBHOOK_TOKEN ?? null,
      smsUrl: values['sms-webhook-url'] ?? environment.SMS_WEBHOOK_URL ?? null,
      acks: values['webhook-acks'] ?? environment.WEBHOOK_ACKS === 'true',
    },
    ledgerFile: values['ledger-file'] ?? environment.LEDGER_FILE,
  });
  const stop = () => void simulator.close().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started by another process, it must not outlive it.
  process.on('disconnect', stop);
  try {
    process.stdout.write(`Simulator: ${await simulator.listen(port)}\nPhone:     ${simulator.url}/phone\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    process.stderr.write(`Port ${port} is taken. Choose another with --port or PORT=${port + 1}.\n`);
    // A channel to the parent would keep the process alive.
    process.exit(1);
  }
}
