import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedFiles, isCheckout, readTreeState } from './clean-tree.mjs';

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whatsapp-optin-tree-'));
  git('init');
  write('.gitignore', 'dist.js\n');
  write('page.md', 'one');
  git('add', '-A');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-m', 'first');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the state of the tree', () => {
  it('is empty where nothing has changed since the last commit', () => {
    write('dist.js', 'built');
    expect([...readTreeState(folder)]).toEqual([]);
  });

  it('names a tracked file that was written, and a new one', () => {
    const before = readTreeState(folder);
    write('page.md', 'two');
    write('made.md', 'new');
    expect(changedFiles(before, readTreeState(folder))).toEqual(['made.md', 'page.md']);
  });

  it('names a file that had changed already and is written again', () => {
    write('page.md', 'two');
    const before = readTreeState(folder);
    write('page.md', 'three');
    expect(changedFiles(before, readTreeState(folder))).toEqual(['page.md']);
  });

  it('is not read where there is no checkout', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    expect(isCheckout(folder)).toBe(false);
  });
});
