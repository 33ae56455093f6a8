import { parseArgs } from 'node:util';
import { SIMULATOR_DEFAULTS, createSimulator } from './create-simulator.js';

const HELP = `whatsapp-optin-simulator: stand-ins for UltraMsg, Twilio SMS and web push on loopback, and a phone at /phone.

  --port <number>             PORT                    4001; 0 takes a free one
  --webhook-url <url>         WEBHOOK_URL             where inbound messages are posted
  --webhook-token <token>     WEBHOOK_TOKEN           added to it as ?token=
  --number <phone>            WHATSAPP_COMPANY_NUMBER +966500000000
  --instance-id <id>          ULTRAMSG_INSTANCE_ID    1150
  --token <token>             ULTRAMSG_TOKEN          simulator-token
  --sms-account-sid <sid>     SMS_ACCOUNT_SID
  --sms-auth-token <token>    SMS_AUTH_TOKEN
  --ledger-file <path>        LEDGER_FILE             every entry is also appended here
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'webhook-url': { type: 'string' },
    'webhook-token': { type: 'string' },
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
const port = Number(values.port ?? environment.PORT ?? 4001);

if (values.help) {
  process.stdout.write(HELP);
} else if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('port must be a whole number from 0 to 65535.\n');
  process.exitCode = 1;
} else {
  const simulator = createSimulator({
    instances: [
      {
        instanceId: values['instance-id'] ?? environment.ULTRAMSG_INSTANCE_ID ?? instance?.instanceId ?? '1150',
        token: values.token ?? environment.ULTRAMSG_TOKEN ?? instance?.token ?? '',
        number: values.number ?? environment.WHATSAPP_COMPANY_NUMBER ?? instance?.number ?? '',
      },
    ],
    twilio: {
      accountSid: values['sms-account-sid'] ?? environment.SMS_ACCOUNT_SID ?? SIMULATOR_DEFAULTS.twilio.accountSid,
      authToken: values['sms-auth-token'] ?? environment.SMS_AUTH_TOKEN ?? SIMULATOR_DEFAULTS.twilio.authToken,
    },
    webhook: {
      url: values['webhook-url'] ?? environment.WEBHOOK_URL ?? null,
      token: values['webhook-token'] ?? environment.WEBHOOK_TOKEN ?? null,
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
