import { describeOptions, type DescribedGroup } from '../described-options.js';
import type { Field } from '../fields.js';
import { optionsSchema } from '../options-schema.js';
import { describeDefault, wrap } from './variable-list.js';

const INTRODUCTION = `// Written by \`npm run options\` from the schema: change packages/server/src/config/options-schema.ts and its neighbours.
import type { MessageStyle } from '@whatsapp-optin/sdk/contract';
import type { Log, LogLevel } from '../log.js';
import type { PolicyOverrides } from '../notifications/policy.js';
import type { HostPushSender } from '../providers/push-sender.js';
`;

/** The text of `config/options.ts`, before it is formatted: the public types, with what editors show of each option. */
export function optionTypes(): string {
  const { options, groups } = describeOptions(optionsSchema);
  const fields = new Map(options.map(({ path, field }) => [path, field]));
  const types = new Map<string, string>();
  for (const group of groups) {
    if (group.type !== '' && !types.has(group.type)) types.set(group.type, interfaceOf(group, fields));
  }
  return [INTRODUCTION, ...types.values()].join('\n');
}

function interfaceOf({ path, type, names }: DescribedGroup, fields: ReadonlyMap<string, Field>): string {
  const help =
    fields.get(path)?.help ??
    'Options of `createWhatsAppOptIn`. Durations carry their unit; what has a default may be left out.';
  const members = names.flatMap((name) => {
    const field = fields.get(path === '' ? name : `${path}.${name}`);
    return field === undefined ? [] : `${docOf(field)}\n  ${name}${memberType(field)};`;
  });
  return `/** ${help} */\nexport interface ${type} {\n${members.join('\n')}\n}\n`;
}

function memberType({ isRequired, type }: Field): string {
  return isRequired ? `: ${type}` : `?: ${type} | undefined`;
}

function docOf(field: Field): string {
  const limits = field.reads === 'number' ? ` ${field.values}.` : '';
  const fallback = describeDefault({ name: '', field: { ...field, env: [], serve: {} } });
  const isLiteral = field.defaultText === undefined && typeof field.default === 'string';
  const tag = fallback === null ? [] : [`@default ${isLiteral ? `'${fallback}'` : fallback}`];
  const lines = [...wrap(`${field.help}${limits}`, 110), ...tag];
  const line = [`${field.help}${limits}`, ...tag].join(' ');
  return line.length <= 110 ? `  /** ${line} */` : `  /**\n${lines.map((one) => `   * ${one}`).join('\n')}\n   */`;
}
