import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Command } from 'commander';
import { loadOptional } from '../missing-package.js';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { firstVariables } from './init/env-file.js';
import type { Environment } from '../config/environment.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';

/** The first port that is tried; the next free one is taken. */
const FIRST_PORT = 4000;
const TRIED_PORTS = 20;
/** In what `serve` prints, as text and as JSON. */
const IS_READY = /is ready|"status":"ready"/;

export function addDevCommand(program: Command, { terminal, finish }: CommandHost): void {
  const command = addJson(program.command('dev'));
  addExamples(command, 'dev', 'dev -- vite --open')
    .argument('[command...]', 'what starts your own app, behind --')
    .description('serve with the simulator and its phone beside it, so that nothing leaves this machine')
    .addHelpText(
      'after',
      [
        '\nIt reads .env where there is one. What is missing there gets a value for this run.',
        'The simulator takes the port after that of the server, where it is free.',
        'Your app finds both in WHATSAPP_OPTIN_URL and SIMULATOR_URL. When it ends, all ends.',
      ].join('\n'),
    )
    .action(async (app: string[], { json }: { json?: true }) => finish(await dev(terminal, app, json)));
}

/** Starts the simulator, the server with the simulator as its vendor, then the host's app, until a signal or the app ends it. */
async function dev(terminal: Terminal, command: readonly string[], json: true | undefined): Promise<number> {
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
  const vendors = await simulator.listen((await isFree(port + 1)) ? port + 1 : 0);
  const stop = new AbortController();
  terminal.stop.addEventListener('abort', () => stop.abort(), { once: true });
  let hostCode: Promise<number> | undefined;
  const startHost = (): void => {
    hostCode = runHost(command, { ...terminal.env, WHATSAPP_OPTIN_URL: server, SIMULATOR_URL: vendors }, stop);
    // Awaited once the server is closed.
    hostCode.catch(() => undefined);
  };
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
      if (hostCode !== undefined || !IS_READY.test(text)) return;
      if (!json) printKeys();
      if (command.length > 0) startHost();
    };
    const code = await serveCommand({ ...terminal, stop: stop.signal, env: settings, out }, { json, also });
    return (await hostCode) ?? code;
  } finally {
    stop.abort();
    await simulator.close();
  }
}

/** Runs the host's own app until it ends, or `stop` ends it; its end aborts `stop`. @returns its exit code */
async function runHost(command: readonly string[], env: Environment, stop: AbortController): Promise<number> {
  const [program = '', ...args] = command;
  // `PORT` is the port of the server here.
  const child = spawn(program, args, {
    env: { ...env, PORT: undefined },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  stop.signal.addEventListener('abort', () => child.kill(), { once: true });
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return stop.signal.aborted ? EXIT_OK : (code ?? EXIT_FAILED);
  } catch (cause) {
    throw new Error(`"${program}" cannot be started: ${(cause as Error).message}`, { cause });
  } finally {
    stop.abort();
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
