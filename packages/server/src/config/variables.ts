import type { z } from 'zod';
import { describeOptions } from './described-options.js';
import { choice, group, number, text, type Field } from './fields.js';
import { optionsSchema } from './options-schema.js';

/** What `serve` reads besides the options. */
export const serveSchema = group('ServeSettings', 'Process', {
  PORT: number({
    default: 4000,
    env: 'PORT',
    help: 'Port to listen on; 0 takes a free one.',
    limits: { min: 0, max: 65_535 },
  }),
  HOST: text({ default: null, env: 'HOST', help: 'Address to listen on.', defaultText: 'every address' }),
  SHUTDOWN_DELAY_SECONDS: number({
    default: 0,
    env: 'SHUTDOWN_DELAY_SECONDS',
    help: 'How long `serve` goes on serving after SIGTERM, with `/readyz` at 503, so that balancers stop sending requests.',
    limits: { min: 0, max: 300, unit: 'seconds' },
  }),
  WHATSAPP_PROVIDER: choice({
    env: 'WHATSAPP_PROVIDER',
    help: 'The vendor that carries WhatsApp.',
    values: ['ultramsg', 'meta', 'twilio'],
    defaultText: 'the one whose variables are set, else ultramsg',
  }),
});

/** A variable, and the option that it sets. */
export interface Variable {
  name: string;
  /** The variable that names a file with the value; `null` where the value is no secret. */
  fileName: string | null;
  option: string;
  field: Field;
  /** Heading of the group of its option. */
  title: string;
}

function variablesOf(schema: z.ZodType): readonly Variable[] {
  const { options, groups } = describeOptions(schema);
  return options.flatMap(({ path, field }) => {
    // The environment knows one organization, whose vendor stands beside it.
    if (field.env === undefined || /^organizations|^organization\.providers/.test(path)) return [];
    const home = path.slice(0, Math.max(0, path.lastIndexOf('.')));
    const title = groups.find((one) => one.path === home)?.title ?? '';
    return [field.env].flat().map((name) => {
      const fileName = field.secret && !name.endsWith('_DIR') ? `${name}_FILE` : null;
      return { name, fileName, option: path, field, title };
    });
  });
}

export const SERVE_VARIABLES = variablesOf(serveSchema);
/** In the order in which an option takes them; one that sets two options stands there twice. */
export const OPTION_VARIABLES = variablesOf(optionsSchema);
export const VARIABLES: readonly Variable[] = [...SERVE_VARIABLES, ...OPTION_VARIABLES];
