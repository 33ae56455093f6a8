import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withBuildLock } from './build-lock.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whatsapp-optin-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('lets one build run after the other', async () => {
  const events: string[] = [];
  const build = (name: string) =>
    withBuildLock(folder, async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
    });
  await Promise.all([build('one'), build('two')]);
  expect(events).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

it('takes over the lock of a process that is no longer there', async () => {
  const longGone = 2 ** 30;
  writeFileSync(join(folder, 'build.lock'), String(longGone));
  expect(await withBuildLock(folder, async () => 'built')).toBe('built');
});

it('leaves no lock behind where the build fails', async () => {
  const build = withBuildLock(folder, () => Promise.reject(new Error('no such file')));
  await expect(build).rejects.toThrow('no such file');
  expect(existsSync(join(folder, 'build.lock'))).toBe(false);
});
