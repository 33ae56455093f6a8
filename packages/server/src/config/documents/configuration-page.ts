import { describeOptions } from '../described-options.js';
import { optionsSchema } from '../options-schema.js';
import { describeDefault, listVariables, type ListedVariable } from './variable-list.js';

const INTRODUCTION = `# Configuration

\`createWhatsAppOptIn(options)\` takes options. \`whatsapp-optin serve\` takes the same ones as environment variables. This page is
written by \`npm run options\` from the one schema of both, \`packages/server/src/config/options-schema.ts\`; \`.env.example\` and
\`whatsapp-optin --help\` have the same list.

## How it is read

- **One error names everything** that is missing, wrong or misspelt, by option or by variable. It never quotes a secret.
- **A misspelt option is refused**, at any depth: \`sesionMarginSeconds is not known: did you mean "sessionMarginSeconds"?\`
- **A variable that is spelt nearly like one of ours is refused**, unless ours is set too:
  \`ALOWED_ORIGINS is not known: did you mean ALLOWED_ORIGINS?\` A setting that is silently ignored can open a server that you
  meant to close. If another program reads that variable, set ours too; \`ALLOWED_ORIGINS=\` with nothing behind it is enough.
  Variables beside \`PORT\`, \`HOST\` and \`AWS_…\`, which many programs have, are never refused.
- **A variable that begins as ours do** (\`ULTRAMSG_\`, \`WHATSAPP_\`, \`SMS_\`, \`VAPID_\`) and is near to none of them causes a
  warning at start.
- **Blank means not set.** Lists are separated by commas. Flags are \`true\`, \`false\`, \`1\` or \`0\`.
- **Secrets from files.** Each variable that holds a secret is also read from the file that \`<variable>_FILE\` names, as
  Docker and Kubernetes mount them. One of the two may be set.
- **The database wins.** The first start writes name, number, message style, language and time zone of the organization into the
  database; staff may change them there, and their own SMS limits and retention. Where a variable says something else later, one
  line at start names it, and the command or route that changes what counts.`;

/** The text of `docs/configuration.md`, before it is formatted. */
export function configurationPage(): string {
  const variables = listVariables().map(({ title, variables: own }) => {
    const rows = own.map((one) =>
      row([nameOf(one), meaningOf(one), one.field.values, describeDefault(one), optionOf(one)]),
    );
    return [`### ${title}`, table(['variable', 'meaning', 'values', 'default', 'option'], rows)].join('\n\n');
  });
  const withoutVariable = describeOptions(optionsSchema).options.filter(
    ({ path, field }) => field.env === undefined && !/^organizations\[|\.providers/.test(path),
  );
  const options = withoutVariable.map(({ path, field }) =>
    row([`\`${path}\``, field.help, field.values ?? typeOf(field.type), describeDefault({ name: '', field })]),
  );
  return [
    INTRODUCTION,
    '## Variables',
    'Those in bold are required.',
    ...variables,
    '## Options without a variable',
    table(['option', 'meaning', 'values', 'default'], options),
    '',
  ].join('\n\n');
}

const typeOf = (type: string) => `\`${type}\``;

function nameOf({ name, isRequired }: ListedVariable): string {
  return isRequired ? `**\`${name}\`**` : `\`${name}\``;
}

function meaningOf({ field, fileName, requirement }: ListedVariable): string {
  return [field.help, requirement ?? [], fileName === null ? [] : 'A secret.'].flat().join(' ');
}

function optionOf({ options }: ListedVariable): string {
  return options.map((option) => (/^[A-Z_]+$/.test(option) ? '' : `\`${option}\``)).join(', ');
}

function row(cells: readonly (string | null | undefined)[]): string {
  return `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(headings: readonly string[], rows: readonly string[]): string {
  return [row(headings), row(headings.map(() => '---')), ...rows].join('\n');
}
