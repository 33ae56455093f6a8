import type { Database } from '../../storage/database.js';
import { createSuppressionStore } from '../../storage/suppression-store.js';
import { findUnchecked } from '../../suppressions/suppression-journal.js';
import { ok, problem, warning, type Finding } from './finding.js';

const ABOUT = 'Journal of STOPs';

/** Whether the database fits its journal; empty where none is set, and none was ever kept. */
export async function examineJournal(database: Database, file: string | undefined): Promise<Finding[]> {
  const store = createSuppressionStore(database);
  if (file === undefined) {
    if ((await store.position()) === 0) return [];
    const advice = 'Set SUPPRESSION_JOURNAL: without it a restore goes unnoticed.';
    return [warning(ABOUT, 'This database has kept one, and none is set.', advice)];
  }
  try {
    switch (await findUnchecked(file, store)) {
      case null:
        return [ok(ABOUT, 'The database is as far as it is.')];
      case 'restored':
        return [
          problem(ABOUT, 'It is ahead of the database, which was restored.', 'Run "whatsapp-optin restore-check".'),
        ];
      case 'journal_missing':
        return [problem(ABOUT, `"${file}" is missing or empty.`, 'See "whatsapp-optin restore-check --help".')];
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return [problem(ABOUT, `"${file}" cannot be read (${code}).`, 'Check its owner, its rights and its folder.')];
  }
}
