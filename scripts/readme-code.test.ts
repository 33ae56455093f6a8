import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentSamples } from './document-samples.mjs';
import { packageDir } from './packages.mjs';
import { root } from './run.mjs';
import { EXPRESS_TYPES, REACT_NATIVE_TYPES, SAMPLE_HOST } from './sample-host.js';
import { mistakesIn } from './sample-types.js';

const FOLDER = join(root, 'docs/.samples');

/** The code of all documents by the path of a file that would hold it: the one that its first line names, else one of its own. */
function codeOf(): Map<string, string> {
  const code = new Map([
    [join(FOLDER, 'host.d.ts'), SAMPLE_HOST],
    [join(FOLDER, 'express.d.ts'), EXPRESS_TYPES],
    [join(FOLDER, 'react-native.d.ts'), REACT_NATIVE_TYPES],
  ]);
  for (const { place, language, text } of documentSamples()) {
    if (!['ts', 'tsx', 'js'].includes(language)) continue;
    const named = /^\/\/ ([\w./[\]-]+\.tsx?)$/m.exec(text.split('\n')[0] ?? '')?.[1];
    // Each is a module, so that no two share their names.
    code.set(
      join(FOLDER, named ?? `${place.replaceAll(/\W+/g, '-')}.${language === 'js' ? 'js.tsx' : 'tsx'}`),
      `${text}\nexport {};\n`,
    );
  }
  return code;
}

describe('the code of the documents', () => {
  it('is found', () => {
    expect(codeOf().size).toBeGreaterThan(30);
  });

  it('compiles', () => {
    expect(mistakesIn(codeOf())).toEqual({});
  });

  it('would be refused with a name that does not exist', () => {
    const path = join(packageDir('react'), 'readme-wrong.tsx');
    const code = new Map([
      [path, "import { WhatsAppPrompt } from '@whatsapp-optin/react';\nexport { WhatsAppPrompt };\n"],
    ]);
    expect(mistakesIn(code)['packages/react/readme-wrong.tsx']?.join()).toContain('WhatsAppPrompt');
  });
});
