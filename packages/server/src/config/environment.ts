import { readFileSync } from 'node:fs';
import { findMisspelt } from './misspelt-variables.js';
import { valueAt, type OptionSource } from './option-source.js';
import type { WhatsAppOptInOptions } from './options.js';
import { OptionsError, type OptionProblem } from './options-error.js';
import { readProblems } from './read-problems.js';
import { resolveOptions } from './resolve-options.js';
import { OPTION_VARIABLES, SERVE_VARIABLES, serveSchema, VARIABLES, type Variable } from './variables.js';

/** Variables by their names, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the variables say. */
export interface EnvironmentSettings {
  /** For `createWhatsAppOptIn`. */
  options: WhatsAppOptInOptions;
  /** Names options by their variables. */
  source: OptionSource;
  /** `host` is `null` where every address is listened on. */
  server: { port: number; host: string | null; shutdownDelayMs: number };
  /** By the names of variables; said once at start. */
  warnings: readonly string[];
}

/** Any of these options means that its vendor was chosen; the account of Twilio alone may be there for SMS. */
const CHOSEN_BY = {
  ultramsg: ['instanceId', 'token'],
  meta: ['phoneNumberId', 'accessToken'],
  twilio: ['whatsappFrom'],
} as const;
type Vendor = keyof typeof CHOSEN_BY;
const VENDORS = Object.keys(CHOSEN_BY) as Vendor[];

/** Where nothing of a vendor is set: which one is the first question, not the variables of one of them. */
const NO_PROVIDER: OptionProblem = {
  option: 'WHATSAPP_PROVIDER',
  message:
    'is missing: meta, twilio or ultramsg, with the variables of that vendor (docs/providers.md). ' +
    'To try it without one: whatsapp-optin init --provider simulator.',
};

/** Variables that are set, with their texts. */
type Texts = ReadonlyMap<string, string>;

/**
 * The settings of `serve` from its environment.
 *
 * @throws {OptionsError} one that names every variable that is missing, wrong or misspelt.
 */
export function optionsFromEnvironment(env: Environment): EnvironmentSettings {
  const { texts, problems } = readTexts(env);
  const given = valuesOf(SERVE_VARIABLES, texts);
  const serve = serveSchema.safeParse(given);
  const source = sourceOf(texts);
  if (!serve.success) problems.push(...readProblems({ schema: serveSchema, error: serve.error, given, source }));
  const { PORT: port = 4000, HOST: host = null, WHATSAPP_PROVIDER: wanted } = serve.data ?? {};
  const shutdownDelayMs = (serve.data?.SHUTDOWN_DELAY_SECONDS ?? 0) * 1_000;

  // The library lets these be absent; a server that nobody can administer or write to is a mistake.
  for (const { name, field } of OPTION_VARIABLES) {
    if (!field.serve?.isRequired || texts.has(name)) continue;
    problems.push({ option: name, message: `is missing: ${field.help}` });
  }
  const options = valuesOf(OPTION_VARIABLES, texts) as WhatsAppOptInOptions;
  const found = VENDORS.filter((vendor) =>
    CHOSEN_BY[vendor].some((name) => valueAt(options.providers?.[vendor], name) !== undefined),
  );
  const vendor = wanted ?? found[0] ?? 'ultramsg';
  if (wanted === undefined && found.length > 1 && vendor !== 'ultramsg') {
    const message = `is missing: variables of ${found.join(' and ')} are set, and one carries WhatsApp.`;
    problems.push({ option: 'WHATSAPP_PROVIDER', message });
  }
  options.providers = { [vendor]: options.providers?.[vendor] ?? {} };
  const localUrl = `http://localhost:${port}${(options.basePath ?? '').replace(/\/+$/, '')}`;
  if (URL.canParse(localUrl)) options.publicUrl ??= localUrl;

  const { misspelt, unused } = findMisspelt(env);
  const isChosen =
    texts.has('WHATSAPP_PROVIDER') ||
    found.length > 0 ||
    [...texts.keys()].some((name) => name.startsWith('ULTRAMSG_'));
  problems.push(
    ...problemsOf(options, source).filter(({ option }) => isChosen || !option.startsWith('ULTRAMSG_')),
    ...(isChosen ? [] : [NO_PROVIDER]),
    ...misspelt,
  );
  if (problems.length > 0) throw new OptionsError(oncePerVariable(problems), 'variable');
  const others = wanted === undefined ? found.filter((one) => one !== vendor) : [];
  return {
    options,
    source,
    server: { port, host, shutdownDelayMs },
    warnings: [...unused, ...readWarnings(texts, vendor, others)],
  };
}

/** The texts of all variables, each from its file where `<variable>_FILE` names one. Blank counts as not set. */
function readTexts(env: Environment): { texts: Texts; problems: OptionProblem[] } {
  const texts = new Map<string, string>();
  const problems: OptionProblem[] = [];
  for (const { name, fileName } of VARIABLES) {
    const text = env[name]?.trim();
    if (text) texts.set(name, text);
    const file = fileName === null ? undefined : env[fileName]?.trim();
    if (!file) continue;
    const content = text ? null : readText(file);
    if (content) texts.set(name, content);
    else {
      const why = text ? 'is set too' : 'names a file that is blank or cannot be read';
      problems.push({ option: name, message: `has no one value: ${fileName} ${why}.` });
    }
  }
  return { texts, problems };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** The values of variables by the options that they set. What is no number and no flag stays a text, and is refused as one. */
function valuesOf(variables: readonly Variable[], texts: Texts): object {
  const values: Record<string, unknown> = {};
  for (const { name, option, field } of variables) {
    const text = texts.get(name) ?? field.serve?.default;
    const value = text === undefined ? undefined : readValue(text, field.reads);
    if (value === undefined || valueAt(values, option) !== undefined) continue;
    const steps = option.split('.');
    const last = steps.pop() ?? '';
    const home = steps.reduce((group, step) => (group[step] ??= {}) as Record<string, unknown>, values);
    home[last] = value;
  }
  return values;
}

function readValue(text: string, reads: Variable['field']['reads']): unknown {
  switch (reads) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'flag':
      return /^(true|1)$/i.test(text) || (/^(false|0)$/i.test(text) ? false : text);
    case 'list': {
      const items = text.split(',').flatMap((item) => item.trim() || []);
      return items.length > 0 ? items : undefined;
    }
    case 'text':
      return text;
  }
}

function sourceOf(texts: Texts): OptionSource {
  const namesOf = (option: string) =>
    VARIABLES.flatMap((variable) => (variable.option === option ? variable.name : []));
  return {
    kind: 'variable',
    nameOf(option) {
      const names = namesOf(option);
      return names.find((name) => texts.has(name)) ?? names[0] ?? option;
    },
    isGiven: (option) => namesOf(option).some((name) => texts.has(name)),
  };
}

function problemsOf(options: WhatsAppOptInOptions, source: OptionSource): readonly OptionProblem[] {
  try {
    resolveOptions(options, source);
    return [];
  } catch (error) {
    if (error instanceof OptionsError) return error.problems;
    throw error;
  }
}

/**
 * In the order of the documents. One variable may fill two options, and what was refused may be missed too: the first
 * complaint is the exact one.
 */
function oncePerVariable(problems: readonly OptionProblem[]): OptionProblem[] {
  const place = new Map(VARIABLES.map(({ name }, index) => [name, index]));
  const placeOf = ({ option }: OptionProblem) => place.get(option) ?? VARIABLES.length;
  return problems
    .filter(({ option }, index) => problems.findIndex((other) => other.option === option) === index)
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** What works and is not as it seems. `others` are vendors that have variables too. */
function readWarnings(texts: Texts, vendor: Vendor, others: readonly Vendor[]): string[] {
  const noSession = 'is not set: the webhook answers 503 and no session can open.';
  const warnings = {
    [`WHATSAPP_PROVIDER is not set: ${vendor} carries WhatsApp, variables of ${others.join(' and ')} do not.`]:
      others.length > 0,
    [`ULTRAMSG_WEBHOOK_TOKEN ${noSession}`]: vendor === 'ultramsg' && !texts.has('ULTRAMSG_WEBHOOK_TOKEN'),
    [`META_APP_SECRET ${noSession}`]: vendor === 'meta' && !texts.has('META_APP_SECRET'),
    "META_VERIFY_TOKEN is not set: Meta cannot confirm the webhook's address.":
      vendor === 'meta' && !texts.has('META_VERIFY_TOKEN'),
    'DATA_DIR is not used: DATABASE_URL is set.': texts.has('DATABASE_URL') && texts.has('DATA_DIR'),
  };
  return Object.entries(warnings).flatMap(([warning, holds]) => (holds ? warning : []));
}
