import { describeVariable, listVariables, wrap, type ListedVariable } from './variable-list.js';

const INTRODUCTION = `# Settings of \`whatsapp-optin serve\`. Copy this file to .env and fill in what is required.
# Load it with \`node --env-file=.env\`, Docker's \`--env-file\` or your host's own settings.
# A variable with a secret can also be read from a file: SECRET_KEY_FILE=/run/secrets/secret_key.
# \`npm run options\` writes this file; docs/configuration.md says more.`;

/** The text of `.env.example`. */
export function envExample(): string {
  const groups = listVariables().map(({ title, variables }) => `## ${title}\n\n${variables.map(entry).join('\n\n')}`);
  return `${[INTRODUCTION, ...groups].join('\n\n')}\n`;
}

function entry(variable: ListedVariable): string {
  const { name, field, isRequired } = variable;
  const value = field.env === name || field.serve ? (field.serve?.default ?? field.default ?? '') : '';
  const comment = wrap(describeVariable(variable).replaceAll('`', ''), 110).map((line) => `# ${line}`);
  return [...comment, `${isRequired ? '' : '#'}${name}=${value}`].join('\n');
}
