import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPT_IN_DISPLAYS, OPT_IN_STATES } from '@whatsapp-optin/sdk';
import { optInStyles } from '@whatsapp-optin/sdk/styles';
import { describe, expect, it } from 'vitest';
import { readmeParts } from '../stories/design/readme-parts.js';
import { TOKENS } from '../stories/design/tokens.js';
import { root } from './run.mjs';

// Each file writes its six stories out: Storybook runs no test for a story that another file defines, or that has no static name.
describe.each(['react', 'element'])('the stories of %s', (renderer) => {
  it.each(OPT_IN_DISPLAYS)('show every state of the display %s', (display) => {
    const path = join(root, `stories/${renderer}/${display}.stories.tsx`);
    const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const shown = [...source.matchAll(/^export const \w+: Story = \{ args: \w+\('(\w+)'\) \};$/gm)].map(
      ([, state]) => state,
    );
    expect(shown.sort()).toEqual([...OPT_IN_STATES].sort());
    expect(source).toContain(`args: { display: '${display}' }`);
  });
});

describe('the table of tokens', () => {
  it('names each token of the style sheet, and no other', () => {
    const used = [...optInStyles.matchAll(/--whatsapp-optin-([a-z-]+)/g)].map(([, name]) => name);
    expect(TOKENS.map(({ name }) => name).sort()).toEqual([...new Set(used)].sort());
  });
});

describe('a README on a docs page', () => {
  it('keeps its tables row by row, and code that is broken across lines on one', () => {
    const readme =
      '# Name\n\nSee `a\nb`.\n\n## Options\n\n| `a` | `b` |\n| --- | --- |\n| `c` | `d` |\n\n```sh\nx\n\ny\n```\n';
    expect(readmeParts(readme)).toEqual({
      introduction: '# Name\n\nSee `a b`.\n',
      chapters: '## Options\n\n| `a` | `b` |\n| --- | --- |\n| `c` | `d` |\n\n```sh\nx\n\ny\n```\n',
    });
  });
});
