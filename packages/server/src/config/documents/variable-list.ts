import type { Field } from '../fields.js';
import { VARIABLES } from '../variables.js';

/** A variable as documents list it: once, with all that it sets. */
export interface ListedVariable {
  name: string;
  fileName: string | null;
  options: readonly string[];
  field: Field;
  isRequired: boolean;
  /** `Required.`, `Required with UltraMsg.` */
  requirement: string | null;
}

export interface ListedGroup {
  title: string;
  variables: readonly ListedVariable[];
}

/** Every variable, below the heading of its group. */
export function listVariables(): readonly ListedGroup[] {
  const groups = new Map<string, Map<string, ListedVariable>>();
  const seen = new Map<string, ListedVariable>();
  for (const { name, fileName, option, field, title } of VARIABLES) {
    const options = [...(seen.get(name)?.options ?? []), option];
    if (seen.has(name)) {
      Object.assign(seen.get(name) ?? {}, { options });
      continue;
    }
    const isOfVendor = option.startsWith('providers.');
    const isRequired =
      (field.isRequired && !isOfVendor && field.serve?.default === undefined) || !!field.serve?.isRequired;
    const requirement = isRequired ? 'Required.' : field.isRequired && isOfVendor ? `Required with ${title}.` : null;
    const listed = { name, fileName, options, field, isRequired, requirement };
    seen.set(name, listed);
    groups.set(title, (groups.get(title) ?? new Map<string, ListedVariable>()).set(name, listed));
  }
  return [...groups].map(([title, variables]) => ({ title, variables: [...variables.values()] }));
}

/** What holds where a variable is not set; `null` where that is nothing. */
export function describeDefault({ name, field }: Pick<ListedVariable, 'name' | 'field'>): string | null {
  const names = [field.env ?? []].flat();
  const next = names[names.indexOf(name) + 1];
  if (next !== undefined) return `that of ${next}`;
  if (field.defaultText !== undefined) return field.defaultText;
  const value = field.serve?.default ?? field.default;
  return value === undefined || value === null || value === '' ? null : String(value);
}

/** `Sending stops this long before the true end. 0 to 3600 seconds. Default: 120.` */
export function describeVariable(variable: ListedVariable): string {
  const { field, requirement } = variable;
  const fallback = describeDefault(variable);
  return [
    requirement ?? [],
    field.help,
    field.values === undefined ? [] : `${upperFirst(field.values)}.`,
    fallback === null ? [] : `Default: ${fallback}.`,
  ]
    .flat()
    .join(' ');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const WIDTH = 100;

/** The list at the end of `whatsapp-optin --help`. */
export function variablesHelp(): string {
  const lines = listVariables().flatMap(({ title, variables }) => [
    `\n${title}:`,
    ...variables.flatMap((variable) => [
      `  ${variable.name}`,
      ...wrap(describeVariable(variable).replaceAll('`', ''), WIDTH - 6).map((line) => `      ${line}`),
    ]),
  ]);
  return lines.join('\n').trimStart();
}

/** Lines of at most so many characters, broken at spaces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
