import { existsSync, readFileSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';

/** Another process works on the folder: two on one PGlite folder lose acknowledged rows without an error. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly code = 'FOLDER_IN_USE';
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(
      pid === process.pid
        ? `The database folder "${folder}" is open in this very process already: two apps were made for it. Where a framework ` +
            'evaluates the module again, make the app with sharedWhatsAppOptIn(() => createWhatsAppOptIn(…)).'
        : `The database folder "${folder}" is open in process ${pid}. One process at a time may use an embedded database: ` +
            `stop that process, choose another folder, or use a postgres:// URL.`,
    );
    this.pid = pid;
  }
}

interface Holder {
  pid: number;
  /** Tells a process from a later one with the same pid, where the system says it. */
  startedAt: string | null;
  /** Tells two openings of one process apart. */
  token: string;
}

/**
 * Takes the folder for this process, by a file that appears whole or not at all. Taken from a holder only when its
 * process is gone, never by age: a live process that was paused would write on.
 *
 * @returns the function that gives it back.
 * @throws {FolderInUseError}
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'lock');
  const self: Holder = { pid: process.pid, startedAt: processStart(process.pid), token: uuidv7() };
  const own = path.join(folder, `lock.${self.token}`);
  await writeFile(own, JSON.stringify(self), { flag: 'wx' });
  try {
    while (!(await appears(own, file))) {
      const holder = await readHolder(file);
      if (holder === null) continue;
      if (isAlive(holder)) throw new FolderInUseError(folder, holder.pid);
      await removeDead(folder, file, holder);
    }
  } finally {
    await rm(own, { force: true });
  }
  return async () => {
    const holder = await readHolder(file);
    if (holder?.token === self.token) await rm(file, { force: true });
  };
}

/** `link` fails where the name exists: of many processes one gets it. */
async function appears(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Of many that find the same dead holder one removes it: the one whose marker, named after that holder, appears. A later
 * holder has another token, so its lock cannot be removed by a latecomer.
 */
async function removeDead(folder: string, file: string, dead: Holder): Promise<void> {
  const marker = path.join(folder, `lock.dead.${dead.token}`);
  try {
    await writeFile(marker, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const remover = Number(await readFile(marker, 'utf8').catch(() => '0'));
    // The remover died half-way: its marker goes, and the loop begins again.
    if (remover > 0 && !existsProcess(remover)) await rm(marker, { force: true });
    await new Promise((resolve) => setImmediate(resolve));
    return;
  }
  const holder = await readHolder(file);
  if (holder?.token === dead.token) await rm(file, { force: true });
  await rm(marker, { force: true });
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(holder: Holder): boolean {
  if (!existsProcess(holder.pid)) return false;
  return holder.startedAt === null || holder.startedAt === processStart(holder.pid);
}

function existsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat, in clock ticks since boot; `null` where there is no /proc. */
function processStart(pid: number): string | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    const stat = readFileSync(file, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
