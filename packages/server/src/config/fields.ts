import { z } from 'zod';

/** What documents, messages and the reader of variables know of an option besides its schema. */
export interface About {
  /** What it is for, in a sentence or two. */
  help: string;
  /** The variables that set it; the first that is set counts. */
  env?: string | readonly string[];
  /** Whether it holds a secret: its variable is then also read from the file that `<variable>_FILE` names. */
  secret?: boolean;
  /** What holds where it is not given. */
  default?: string | number | boolean | null;
  /** The default in words, where it follows from something else. */
  defaultText?: string;
  /** What `serve` demands or fills in, and the library does not. */
  serve?: { isRequired?: true; default?: string };
}

export interface Field extends About {
  /** As TypeScript writes it. */
  type: string;
  /** How the text of a variable becomes a value. */
  reads: 'text' | 'number' | 'flag' | 'list';
  isRequired: boolean;
  /** What is right, in words: `1 to 24 hours`. */
  values?: string;
  /** Whether an error may quote what was found. */
  isQuoted?: boolean;
}

/** What is known of each option; a schema that carries a group of options has a `GROUPS` entry. */
export const FIELDS = z.registry<Field>();
/** The name of a group's public type, and its heading in documents. */
export const GROUPS = z.registry<{ type: string; title: string }>();

/** Options that belong together. An option that is none of them is refused by name. */
export function group<Shape extends z.ZodRawShape>(type: string, title: string, shape: Shape) {
  return z.strictObject(shape, { error: 'must be an object' }).register(GROUPS, { type, title });
}

/** An option that no variable sets: a group, or a part of the host's own. */
export function whole(type: string, help: string): Field {
  return { type, help, reads: 'text', isRequired: false };
}

/** A rule over several options of a group, asked even where one of them is wrong: one error names all. */
export const always = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null };

/** What an option is where it is not given. */
type Otherwise<Given> = Given extends { default: infer Default } ? Default : undefined;
const otherwise = <Given extends About>(about: Given) => about.default as Otherwise<Given>;

const isAbsent = (text: string | undefined): text is undefined => text === undefined || text.trim() === '';

export interface TextAbout extends About {
  default?: string | null;
  /** What a text means; `null` where it is wrong. */
  read?: (text: string) => string | null;
  /** What is right: `must be …`. */
  must?: string | ((text: string) => string);
  isQuoted?: boolean;
}

function readText(given: string, { read, must = '' }: TextAbout, context: z.RefinementCtx): string {
  const trimmed = given.trim();
  const value = read ? read(trimmed) : trimmed;
  if (value !== null) return value;
  context.addIssue(typeof must === 'string' ? must : must(trimmed));
  return z.NEVER;
}

/** A text without spaces around it. Blank counts as not given. */
export function text<const Given extends TextAbout>(about: Given) {
  return z
    .string({ error: 'must be a text' })
    .optional()
    .transform((given, context) => (isAbsent(given) ? otherwise(about) : readText(given, about, context)))
    .register(FIELDS, { ...about, type: 'string', reads: 'text', isRequired: false });
}

/** A text that must be given. `missing` says what to enter. */
export function requiredText(about: TextAbout & { missing: string }) {
  const isMissing = `is missing: ${about.missing}`;
  return z
    .string({ error: ({ input }) => (input === undefined ? isMissing : 'must be a text') })
    .transform((given, context) => {
      if (!isAbsent(given)) return readText(given, about, context);
      context.addIssue(isMissing);
      return z.NEVER;
    })
    .register(FIELDS, { ...about, type: 'string', reads: 'text', isRequired: true });
}

interface NumberAbout extends About {
  default?: number | null;
  limits: { min: number; max: number; unit?: string; allowsFractions?: boolean };
}

export function number<const Given extends NumberAbout>(about: Given) {
  const { min, max, unit, allowsFractions = false }: NumberAbout['limits'] = about.limits;
  const error = `must be a ${allowsFractions ? '' : 'whole '}number from ${min} to ${max}`;
  return z
    .number({ error })
    .refine((value) => value >= min && value <= max && (allowsFractions || Number.isInteger(value)), { error })
    .optional()
    .transform((given) => given ?? otherwise(about))
    .register(FIELDS, {
      ...about,
      values: `${min} to ${max}${unit === undefined ? '' : ` ${unit}`}`,
      ...({ type: 'number', reads: 'number', isRequired: false, isQuoted: true } as const),
    });
}

export function flag<const Given extends About & { default?: boolean }>(about: Given) {
  return z
    .boolean({ error: 'must be true or false' })
    .optional()
    .transform((given) => given ?? otherwise(about))
    .register(FIELDS, { ...about, type: 'boolean', reads: 'flag', isRequired: false, isQuoted: true });
}

interface ChoiceAbout extends About {
  values: readonly string[];
  /** Its name in TypeScript, where it has one. */
  type?: string;
}

export function choice<const Given extends ChoiceAbout>(about: Given) {
  const { values, type = values.map((value) => `'${value}'`).join(' | ') } = about;
  return z
    .enum(about.values as Given['values'], { error: `must be one of: ${values.join(', ')}` })
    .optional()
    .transform((given) => given ?? otherwise(about))
    .register(FIELDS, {
      ...about,
      ...({ type, values: `one of: ${values.join(', ')}`, reads: 'text', isRequired: false, isQuoted: true } as const),
    });
}

interface ListAbout extends Omit<TextAbout, 'default'> {
  default?: null;
  must?: string;
}

/** Several texts; in a variable, separated by commas. `read` reads one of them. Not given, it is empty or the default. */
export function list<const Given extends ListAbout>(about: Given) {
  const { read, must = '' }: ListAbout = about;
  const error = 'must be a list of texts';
  const absent = (about.default === null ? null : []) as Given extends { default: null } ? null : readonly string[];
  return z
    .array(z.string({ error }), { error })
    .readonly()
    .optional()
    .transform((given, context) => {
      if (given === undefined) return absent;
      const values = given.map((entry) => (read ? read(entry.trim()) : entry));
      const wrong = given[values.indexOf(null)];
      if (wrong !== undefined) context.addIssue({ code: 'custom', message: must, params: { found: wrong } });
      return values.filter((value) => value !== null);
    })
    .register(FIELDS, { ...about, type: 'readonly string[]', reads: 'list', isRequired: false });
}

const SECRETS_RULE = 'must be a text or a list of texts';
const oneOrMore = [z.string(), z.array(z.string({ error: SECRETS_RULE }), { error: SECRETS_RULE }).readonly()] as const;
const toSecrets = (given: string | readonly string[] | undefined): readonly string[] =>
  [given ?? []].flat().flatMap((secret) => secret.trim() || []);
const SECRETS = { secret: true, type: 'string | readonly string[]', reads: 'list' } as const;

interface SecretsAbout extends Pick<TextAbout, 'must' | 'read'>, About {}

/** Each of them is what `read` takes; an issue quotes none. */
function readEach({ read, must = '' }: SecretsAbout) {
  return (given: readonly string[], context: z.RefinementCtx) => {
    const wrong = given.find((secret) => read && read(secret) === null);
    if (wrong !== undefined) context.addIssue(typeof must === 'string' ? must : must(wrong));
  };
}

/** One secret, or several during a rotation, the one in use first. Blank ones are left out. */
export function secrets(about: SecretsAbout) {
  return z
    .union(oneOrMore, { error: SECRETS_RULE })
    .optional()
    .transform(toSecrets)
    .superRefine(readEach(about))
    .register(FIELDS, { ...about, ...SECRETS, isRequired: false });
}

export function requiredSecrets(about: SecretsAbout & { missing: string }) {
  const isMissing = `is missing: ${about.missing}`;
  return z
    .union(oneOrMore, { error: ({ input }) => (input === undefined ? isMissing : SECRETS_RULE) })
    .transform(toSecrets)
    .refine((given) => given.length > 0, { error: isMissing })
    .superRefine(readEach(about))
    .register(FIELDS, { ...about, ...SECRETS, isRequired: true });
}
