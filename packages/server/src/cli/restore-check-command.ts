import { Option, type Command } from 'commander';
import { createContactService } from '../contacts/contact-service.js';
import { createPhoneHasher } from '../contacts/phone-hasher.js';
import type { Database } from '../storage/database.js';
import { readJournal } from '../suppressions/journal-file.js';
import { isSuppression, type SuppressionLine } from '../suppressions/journal-line.js';
import { replayJournal, type Replayed } from '../suppressions/replay-journal.js';
import { appendMark } from '../suppressions/suppression-journal.js';
import type { SettledRows } from '../suppressions/suppression-store.js';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { readSecretKeys } from './database-settings.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

interface CheckOptions {
  newJournal?: true;
  lostJournal?: true;
  force?: true;
  json?: true;
}

/** What a check has done. */
interface Checked extends Replayed, SettledRows {
  /** Lines of the journal that the database had not reserved. */
  lines: number;
  position: number;
}

const NOTHING = { stopped: 0, erased: 0, blocked: 0, notifications: 0, replies: 0, messages: 0, renewals: 0, lines: 0 };

/** Makes a restored database fit to send again. */
export function addRestoreCheckCommand(program: Command, { terminal, finish }: CommandHost): void {
  const command = addExamples(
    addJson(program.command('restore-check')),
    'restore-check',
    'restore-check /mnt/machine-2/suppressions.ndjson --json',
  )
    .summary('after a restore: settle what was due, and repeat STOPs and erasures')
    .description(
      'Reads the journal that SUPPRESSION_JOURNAL names, and further ones of other machines. Repeats each STOP and erasure ' +
        'that the restored database lacks, and settles all that was due as expired. Until it has run, the server sends ' +
        'nothing. Needs SECRET_KEY beside the database; with several organizations, the keys of all with commas between them. ' +
        'Where the database fits its journal it does nothing. With the embedded database, stop the server first.',
    )
    .argument('[journals...]', 'journals of other machines')
    .addOption(
      new Option('--new-journal', 'begin a journal for a machine that is added; settles and repeats nothing').conflicts(
        'lostJournal',
      ),
    )
    .option('--lost-journal', 'the journal is lost: settle what was due, repeat nothing, and begin a new one')
    .option(
      '--force',
      'settle what is due also where the database fits: for a restore younger than the last heartbeat',
    );
  command.action(async (journals: string[], options: CheckOptions) => {
    const { suppressionJournal: file } = readSettings(terminal).database;
    if (file === undefined) command.error('error: SUPPRESSION_JOURNAL must name the journal');
    else finish(await check(terminal, { file, journals }, options));
  });
}

async function check(
  terminal: Terminal,
  { file, journals }: { file: string; journals: readonly string[] },
  { newJournal, lostJournal, force, json }: CheckOptions,
): Promise<number> {
  const secretKeys = readSecretKeys(terminal.env);
  const { createSuppressionStore } = await import('../storage/suppression-store.js');
  return withDatabase(readSettings(terminal), async (database) => {
    const store = createSuppressionStore(database);
    const checked: Checked = { ...NOTHING, position: await store.position() };
    if (!newJournal) {
      const files = lostJournal ? journals : [file, ...journals];
      const { lines, last } = await readLines(terminal, files, checked.position);
      if (last === 0 && !lostJournal) {
        terminal.err(
          'The journal has no line. Where it is lost: --lost-journal. Where this machine is added: --new-journal.',
        );
        return EXIT_FAILED;
      }
      // What is due on a database that was not restored has to go out.
      if (last <= checked.position && !lostJournal && !force) {
        terminal.out(json ? JSON.stringify(checked) : 'The database fits its journal: nothing was done. See --force.');
        return EXIT_OK;
      }
      const replayed = await replay(database, lines, secretKeys);
      Object.assign(checked, replayed, await store.settleDue());
      checked.lines = lines.length;
      checked.position = Math.max(checked.position, last);
    }
    await store.markChecked(checked.position);
    await appendMark(file, store, 'checked');
    checked.position = await store.position();
    terminal.out(json ? JSON.stringify(checked) : describe(checked));
    return EXIT_OK;
  });
}

/** Facts beyond `position`, and the last position of all. */
async function readLines(terminal: Terminal, files: readonly string[], position: number) {
  const lines: SuppressionLine[] = [];
  let last = 0;
  for (const file of files) {
    for await (const line of readJournal(file)) {
      terminal.stop.throwIfAborted();
      last = Math.max(last, line.position);
      if (line.position > position && isSuppression(line)) lines.push(line);
    }
  }
  return { lines, last };
}

async function replay(database: Database, lines: SuppressionLine[], secretKeys: readonly string[]): Promise<Replayed> {
  const [{ createStores }, { readVault }] = await Promise.all([
    import('../storage/create-stores.js'),
    import('../storage/open-vault.js'),
  ]);
  const total: Replayed = { stopped: 0, erased: 0, blocked: 0 };
  for (const id of new Set(lines.map(({ organization }) => organization))) {
    const vault = await readVault(database, [{ id, secretKeys }]);
    const stores = createStores(database, vault);
    const contacts = createContactService(stores.contacts);
    const own = lines.filter(({ organization }) => organization === id);
    const done = await replayJournal(id, own, {
      store: stores.suppressions,
      hashName: createPhoneHasher(vault.phoneKeys),
      erase: async (organizationId, who) => (await contacts.erase(organizationId, who)) !== null,
    });
    total.stopped += done.stopped;
    total.erased += done.erased;
    total.blocked += done.blocked;
  }
  return total;
}

function describe(checked: Checked): string {
  const { lines, stopped, erased, blocked, notifications, replies, messages, renewals, position } = checked;
  return [
    `Journal    ${lines} lines that the database lacked; it stands at ${position} now`,
    `Repeated   ${stopped} STOPs, ${erased} erasures; ${blocked} names that are not known are blocked until they write`,
    `Settled    ${notifications} notifications, ${replies} replies, ${renewals} renewal notices; ${messages} messages wait for staff`,
    'The database is checked: the server may send again.',
  ].join('\n');
}
