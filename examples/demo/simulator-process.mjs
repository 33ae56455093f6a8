import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CLINIC } from './settings.mjs';
import { portTaken } from './start-error.mjs';

/**
 * Starts the stand-ins of the vendors in a process of their own, as far away as the real ones.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @returns once it listens
 * @throws {Error} with what it said, where it does not start
 */
export async function startSimulator(settings) {
  const child = spawn(process.execPath, [cliPath()], {
    // The channel tells the child when this process has died, whatever the way.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      PORT: String(settings.simulatorPort),
      WEBHOOK_URL: `${settings.publicUrl}/api/webhooks/ultramsg/inbound`,
      WEBHOOK_TOKEN: settings.ultramsg.webhookToken,
      WHATSAPP_COMPANY_NUMBER: CLINIC.number,
      ULTRAMSG_INSTANCE_ID: settings.ultramsg.instanceId,
      ULTRAMSG_TOKEN: settings.ultramsg.token,
      SMS_ACCOUNT_SID: settings.twilio.accountSid,
      SMS_AUTH_TOKEN: settings.twilio.authToken,
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  let said = '';
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Phone:')) resolve(undefined);
    });
    child.stderr.on('data', (chunk) => (said += chunk));
    void ended.then(() => {
      const port = settings.simulatorPort;
      const isTaken = said.includes(`Port ${port} is taken`);
      reject(
        isTaken
          ? portTaken(port, ', where the vendor simulator listens,', port + 2)
          : new Error(`The vendor simulator did not start. ${said.trim()}`),
      );
    });
  });
  const url = `http://127.0.0.1:${settings.simulatorPort}`;

  /** @param {{ phone: string, applicationServerKey: string }} input */
  async function issuePushSubscription(input) {
    const response = await fetch(`${url}/_control/push-subscriptions`, { method: 'POST', body: JSON.stringify(input) });
    const { subscription } = await response.json();
    return subscription;
  }

  return { url, stop, issuePushSubscription };
}

function cliPath() {
  const manifest = createRequire(import.meta.url).resolve('@whatsapp-optin/simulator/package.json');
  return fileURLToPath(new URL('bin/whatsapp-optin-simulator.mjs', `file://${manifest}`));
}
