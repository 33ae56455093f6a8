import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Command } from 'commander';
import { loadOptional } from '../missing-package.js';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { firstVariables } from './init/env-file.js';
import type { Terminal } from './terminal.js';

/** The first port that is tried; the next free one is taken. */
const FIRST_PORT = 4000;
const TRIED_PORTS = 20;

export function addDevCommand(program: Command, { terminal, finish }: CommandHost): void {
  addExamples(addJson(program.command('dev')), 'dev')
    .description('serve with the simulator and its phone beside it, so that nothing leaves this machine')
    .addHelpText('after', '\nIt reads .env where there is one. What is missing there gets a value for this run.')
    .action(async ({ json }: { json?: true }) => finish(await dev(terminal, json)));
}

/** Starts the simulator, then the server with the simulator as its vendor, until a signal ends it. */
async function dev(terminal: Terminal, json: true | undefined): Promise<number> {
  const { createSimulator } = await loadOptional(
    '@whatsapp-optin/simulator',
    'whatsapp-optin dev',
    () => import('@whatsapp-optin/simulator'),
  );
  const given = Object.fromEntries(Object.entries(terminal.env).filter(([, value]) => value?.trim()));
  const env = { ...firstVariables('simulator', { basePath: '', origin: 'http://localhost:3000' }), ...given };
  const port = env['PORT'] === undefined ? await findFreePort() : Number(env['PORT']);
  const webhookToken = env['ULTRAMSG_WEBHOOK_TOKEN'] ?? '';
  const server = `http://localhost:${port}${env['BASE_PATH'] ?? ''}`;
  const simulator = createSimulator({
    instances: [
      {
        instanceId: (env['ULTRAMSG_INSTANCE_ID'] ?? '').replace(/^instance/, ''),
        token: env['ULTRAMSG_TOKEN'] ?? '',
        number: env['WHATSAPP_COMPANY_NUMBER'] ?? '',
      },
    ],
    webhook: { url: `${server}/api/webhooks/ultramsg/inbound`, token: webhookToken },
  });
  const vendors = await simulator.listen();
  const made = Object.keys(env).filter((name) => given[name] === undefined && name.endsWith('_KEY'));
  const printKeys = (): void => {
    for (const name of made) terminal.out(`  ${name}=${env[name] ?? ''}`);
    if (made.length > 0) terminal.out('  These keys last for this run; `whatsapp-optin init` writes lasting ones.');
  };
  const phone = { phone: `${vendors}/phone` };
  const also = json ? { ...phone, ...Object.fromEntries(made.map((name) => [name, env[name] ?? ''])) } : phone;
  try {
    const { serveCommand } = await import('./serve-command.js');
    const settings = {
      ...env,
      PORT: String(port),
      WHATSAPP_PROVIDER: 'ultramsg',
      ULTRAMSG_BASE_URL: vendors,
      PUSH_ALLOWED_HOSTS: new URL(vendors).host,
      SMS_ENABLED: 'false',
    };
    const out = (text: string): void => {
      terminal.out(text);
      if (text.includes('is ready')) printKeys();
    };
    return await serveCommand({ ...terminal, env: settings, out }, { json, also });
  } finally {
    await simulator.close();
  }
}

async function findFreePort(): Promise<number> {
  for (let port = FIRST_PORT; port < FIRST_PORT + TRIED_PORTS; port += 1) if (await isFree(port)) return port;
  throw new Error(`Ports ${FIRST_PORT} to ${FIRST_PORT + TRIED_PORTS - 1} are taken. Set PORT to a free one.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => {
      const { port: bound } = probe.address() as AddressInfo;
      probe.close(() => resolve(bound === port));
    });
  });
}
