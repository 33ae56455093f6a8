import type { z } from 'zod';
import { closestName } from './closest-name.js';
import { describeOptions, type DescribedGroup } from './described-options.js';
import { valueAt, type OptionSource } from './option-source.js';
import type { OptionProblem } from './options-error.js';

type Issue = z.core.$ZodIssue;

/** Longer than any value that is meant for an option which may be quoted; the second is how a misplaced secret looks. */
const MAX_QUOTED_LENGTH = 40;
const SECRET = /^([a-z]{2,5}_|eyJ|EAA)\S{12,}|@/;

export interface ProblemsInput {
  schema: z.ZodType;
  error: z.ZodError;
  /** What was checked. */
  given: unknown;
  source: Pick<OptionSource, 'nameOf'>;
}

/** What zod found, each problem once, by the names that the reader knows, with what was found where it is no secret. */
export function readProblems({ schema, error, given, source }: ProblemsInput): OptionProblem[] {
  const { options, groups } = describeOptions(schema);
  const fields = new Map(options.map(({ path, field }) => [path, field]));
  const isKnown = (path: string) => fields.has(path) || groups.some((group) => group.path === path);
  const problems = new Map<string, OptionProblem>();
  const add = (option: string, message: string, found = '') => {
    const key = `${option} ${message}`;
    if (!problems.has(key)) problems.set(key, { option: source.nameOf(option), message: `${message}${found}` });
  };
  const read = (issue: Issue, parent: string): void => {
    const path = joinPath(parent, issue.path);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add(joinPath(path, [key]), describeUnknown(key, withoutIndexes(path), groups));
      return;
    }
    // An error about the object helps more than an error about a missing function.
    const branch = issue.code === 'invalid_union' ? (issue.errors.at(-1) ?? []) : [];
    if (branch.some((inner) => inner.path.length > 0)) {
      for (const inner of branch) read(inner, path);
      return;
    }
    // What is wrong with one text of a list is said of the list.
    const option = isKnown(withoutIndexes(path)) ? path : path.replace(/\[\d+\]$/, '');
    const field = fields.get(withoutIndexes(option));
    const value: unknown = issue.code === 'custom' && issue.params ? issue.params['found'] : valueAt(given, path);
    add(option || 'options', issue.message, `${field?.isQuoted ? describeFound(value) : ''}.`);
  };
  for (const issue of error.issues) read(issue, '');
  return [...problems.values()];
}

function joinPath(path: string, steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, path);
}

function withoutIndexes(path: string): string {
  return path.replace(/\[\d+\]/g, '[]');
}

function describeFound(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `, not ${value}`;
  const isShown = typeof value === 'string' && value.length <= MAX_QUOTED_LENGTH && !SECRET.test(value);
  return isShown ? `, not "${value}"` : '';
}

function describeUnknown(name: string, path: string, groups: readonly DescribedGroup[]): string {
  const known = groups.find((group) => group.path === path)?.names ?? [];
  const meant = closestName(name, known);
  if (meant !== null) return `is not known: did you mean "${meant}"?`;
  const home = groups.find((group) => group.names.includes(name));
  if (home === undefined) return `is not known: known here are ${known.join(', ')}.`;
  return `is not known here: it belongs into ${home.path === '' ? 'the options themselves' : `"${home.path}"`}.`;
}
