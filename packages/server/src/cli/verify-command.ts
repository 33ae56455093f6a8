import type { Command } from 'commander';
import type { ChainCheck } from '../consents/consent-ledger.js';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { listOrganizations, readSettings, withDatabase } from './with-database.js';

const FOUND = {
  consent_changed: 'was changed',
  consent_missing: 'is missing',
  position_missing: 'is out of order',
};

export function addVerifyCommand(program: Command, { terminal, finish }: CommandHost): void {
  addExamples(addJson(program.command('verify')), 'verify')
    .alias('verify-consents')
    .description('check the chain of consents from its beginning; exit code 1 where it is broken')
    .action(async ({ json }: { json?: true }) => finish(await verify(terminal, json === true)));
}

/** Checks the chain of consents of each organization from its beginning. */
async function verify(terminal: Terminal, json: boolean): Promise<number> {
  const settings = readSettings(terminal);
  const { createConsentLedger } = await import('../storage/consent-ledger.js');
  return withDatabase(settings, async (database) => {
    const ledger = createConsentLedger(database);
    const checks: { id: string; check: ChainCheck }[] = [];
    for (const id of await listOrganizations(database)) {
      const onProgress = (seals: number): void => terminal.progress?.(`${id}: ${seals} seals checked`);
      checks.push({ id, check: await ledger.verify(id, onProgress) });
    }
    terminal.progress?.('');
    const broken = checks.filter(({ check }) => check.status !== 'whole').length;
    if (json) terminal.out(JSON.stringify({ organizations: checks.map(({ id, check }) => ({ id, ...check })) }));
    else if (checks.length === 0) terminal.out('The database keeps no organization yet, and so no consent.');
    else for (const { id, check } of checks) print(terminal, id, check);
    return broken === 0 ? EXIT_OK : EXIT_FAILED;
  });
}

function print(terminal: Terminal, id: string, check: ChainCheck): void {
  if (check.status === 'whole') {
    const waiting = check.unsealed === 0 ? '' : `; ${check.unsealed} wait for their seal`;
    terminal.out(`${id}: the chain is whole, ${check.seals} seals${waiting}.`);
    return;
  }
  terminal.err(
    `${id}: the chain is broken at seal ${check.position}: consent ${check.consentId} ${FOUND[check.why]}. ` +
      'Compare with a backup from before; every later seal depends on it.',
  );
}
