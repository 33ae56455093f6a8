import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Option, type Command } from 'commander';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { firstVariables, mergeEnvFile, PROVIDERS, type EnvFile, type InitProvider } from './init/env-file.js';
import { FRAMEWORKS, KITS, type Framework, type FrameworkKit } from './init/framework-files.js';
import { EXIT_OK, type Terminal } from './terminal.js';

interface InitOptions {
  framework?: Framework;
  provider?: InitProvider;
  dir: string;
  json?: true;
}

/** Holds keys: only its owner may read it. */
const OWNER_ONLY = 0o600;

export function addInitCommand(program: Command, { terminal, finish }: CommandHost): void {
  addExamples(addJson(program.command('init')), 'init --framework next --provider simulator')
    .description('write .env with new keys and the file that your framework needs; overwrites nothing')
    .addOption(new Option('--framework <name>', 'asked for on a terminal; serve').choices(FRAMEWORKS))
    .addOption(new Option('--provider <name>', 'asked for on a terminal; simulator').choices(PROVIDERS))
    .option('--dir <folder>', 'where your project is', '.')
    .action(async (options: InitOptions) => finish(await init(terminal, options)));
}

async function init(terminal: Terminal, options: InitOptions): Promise<number> {
  // A question would stand before the JSON.
  const asked = options.json ? { ...terminal, ask: undefined } : terminal;
  const framework = options.framework ?? (await ask(asked, 'Which framework?', FRAMEWORKS)) ?? 'serve';
  const provider = options.provider ?? (await ask(asked, 'Who carries WhatsApp?', PROVIDERS)) ?? 'simulator';
  const kit = KITS[framework];
  const envPath = path.join(options.dir, '.env');
  const existing = existsSync(envPath) ? await readFile(envPath, 'utf8') : '';
  const env = mergeEnvFile(existing, firstVariables(provider, kit));
  const files = Object.entries(kit.files).map(([name, text]) => ({ name, text, file: path.join(options.dir, name) }));
  const written = files.filter(({ file }) => !existsSync(file));
  await mkdir(options.dir, { recursive: true });
  if (env.added.length > 0) await writeFile(envPath, env.text, { mode: OWNER_ONLY });
  for (const { file, text } of written) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  }
  const names = written.map(({ name }) => name);
  const kept = files.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
  const next = nextSteps(kit, provider, env);
  if (options.json) {
    terminal.out(
      JSON.stringify({ framework, provider, variables: env.added, blank: env.blank, files: names, kept, next }),
    );
    return EXIT_OK;
  }
  terminal.out(env.added.length === 0 ? '.env has every variable already.' : `.env: added ${env.added.join(', ')}.`);
  for (const name of names) terminal.out(`${name}: written.`);
  for (const name of kept) terminal.out(`${name} is there already and stays as it is.`);
  terminal.out(
    `\nThe prompt, for your page:\n\n${kit.snippet}\n\nNext:\n${next.map((step) => `  ${step}`).join('\n')}`,
  );
  return EXIT_OK;
}

/** @returns `undefined` where nobody can be asked, or the answer is none of them. */
async function ask<Choice extends string>(
  terminal: Terminal,
  question: string,
  choices: readonly Choice[],
): Promise<Choice | undefined> {
  const answer = await terminal.ask?.(`${question} (${choices.join(', ')}) `);
  return choices.find((choice) => choice === answer?.trim().toLowerCase());
}

function nextSteps(kit: FrameworkKit, provider: InitProvider, env: EnvFile): string[] {
  const isSimulated = provider === 'simulator';
  return [
    `npm install ${kit.packages.join(' ')}${isSimulated ? ' @whatsapp-optin/simulator' : ''}`,
    ...(env.blank.length > 0
      ? [`fill in ${env.blank.join(', ')} in .env; docs/providers.md says where each is found`]
      : []),
    ...(isSimulated
      ? ['npx whatsapp-optin dev   # a server, and the phone to send from']
      : [kit.start, 'npx whatsapp-optin doctor']),
  ];
}
