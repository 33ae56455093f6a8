import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { WhatsAppOptInOptions } from '../options.js';
import type { optionsSchema } from '../options-schema.js';
import { configurationPage } from './configuration-page.js';
import { envExample } from './env-example.js';
import { optionTypes } from './option-types.js';
import { variablesHelp } from './variable-list.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const STYLE = { printWidth: 120, singleQuote: true } as const;

// After a change of the schema: `npm run options` writes these files.
describe('what `npm run options` writes from the schema', () => {
  it('stands in .env.example', async () => {
    await expect(envExample()).toMatchFileSnapshot(path.join(root, '.env.example'));
  });

  it('stands in docs/configuration.md', async () => {
    const page = await format(configurationPage(), { ...STYLE, parser: 'markdown' });
    await expect(page).toMatchFileSnapshot(path.join(root, 'docs/configuration.md'));
  });

  it('stands in the public types', async () => {
    const types = await format(optionTypes(), { ...STYLE, parser: 'typescript' });
    await expect(types).toMatchFileSnapshot(path.join(root, 'packages/server/src/config/options.ts'));
  });
});

describe('the public types', () => {
  it('are what the schema takes', () => {
    expectTypeOf<z.input<typeof optionsSchema>>().toEqualTypeOf<WhatsAppOptInOptions>();
  });
});

describe('the list of variables', () => {
  it('keeps to the width of a terminal and names each once', () => {
    const lines = variablesHelp().split('\n');
    const names = lines.flatMap((line) => /^ {2}([A-Z_]+)$/.exec(line)?.[1] ?? []);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(names).toHaveLength(new Set(names).size);
    expect(names).toEqual(expect.arrayContaining(['PORT', 'SECRET_KEY', 'TWILIO_BASE_URL', 'MESSAGE_RETENTION_DAYS']));
  });
});
