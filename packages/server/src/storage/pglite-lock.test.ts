import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './pglite-lock.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-lock-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const holder = (pid: number, startedAt: string | null = null) =>
  writeFile(path.join(folder, 'lock'), JSON.stringify({ pid, startedAt, token: 'holder' }));

/** A pid that no process has: that of a child which has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('the lock of an embedded database', () => {
  it('refuses a second opener and says that both are in one process', async () => {
    const unlock = await lockFolder(folder);
    const error = await lockFolder(folder).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(FolderInUseError);
    expect((error as FolderInUseError).message).toContain('in this very process already');
    await unlock();
  });

  it('is free again after it was given back', async () => {
    await (
      await lockFolder(folder)
    )();
    await (
      await lockFolder(folder)
    )();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over from a process that is gone', async () => {
    await holder(deadPid());
    const unlock = await lockFolder(folder);
    await unlock();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over from a pid that another process has by now', async () => {
    await holder(process.pid, 'another start');
    await (
      await lockFolder(folder)
    )();
  });

  it('is never taken from a live process, however long it has held it', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      await holder(child.pid ?? 0);
      await expect(lockFolder(folder)).rejects.toThrow(`process ${child.pid}`);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('goes to one of many that find the same dead holder', async () => {
    const dead = deadPid();
    for (let round = 0; round < 20; round += 1) {
      await holder(dead);
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
      const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(winners).toHaveLength(1);
      await winners[0]?.();
    }
  });

  it('is taken over although another died while taking it over', async () => {
    await holder(deadPid());
    await writeFile(path.join(folder, 'lock.dead.holder'), String(deadPid()));
    await (
      await lockFolder(folder)
    )();
    expect(await readdir(folder)).toEqual([]);
  });
});
