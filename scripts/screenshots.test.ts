import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './run.mjs';
import { indexOf } from './screenshots-index.mjs';

it('shows each picture of a page under its name', () => {
  const picture = (page: string, file: string) => ({ page, width: 390, theme: 'dark', locale: 'ar', file });
  const html = indexOf([picture('/staff', 'a.png'), picture('/plain', 'b.png'), picture('/staff', 'c.png')]);
  expect(html.match(/<section id="[^"]+"/g)).toEqual(['<section id="/staff"', '<section id="/plain"']);
  const staff = html.slice(html.indexOf('<section id="/staff"'), html.indexOf('<section id="/plain"'));
  expect(staff.match(/src="[^"]+"/g)).toEqual(['src="a.png"', 'src="c.png"']);
  expect(staff).toContain('390 · dark · ar');
});

it('names the pages where no picture is wanted', async () => {
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [join(root, 'scripts/screenshots.mjs'), 'nowhere'], (_error, _stdout, stderr) =>
      resolve(stderr),
    );
  });
  expect(said).toContain('/admin/queue');
});
