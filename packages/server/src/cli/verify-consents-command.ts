import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

const FOUND = {
  consent_changed: 'was changed',
  consent_missing: 'is missing',
  position_missing: 'is out of order',
};

/** Checks the chain of consents of each organization from its beginning; exit code 1 where one is broken. */
export async function verifyConsentsCommand(terminal: Terminal): Promise<number> {
  const settings = readSettings(terminal);
  const { createConsentLedger } = await import('../storage/consent-ledger.js');
  return withDatabase(settings, async (database) => {
    const ledger = createConsentLedger(database);
    let broken = 0;
    for (const { organization } of settings.organizations) {
      const check = await ledger.verify(organization.id);
      if (check.status === 'whole') {
        const waiting = check.unsealed === 0 ? '' : `; ${check.unsealed} wait for their seal`;
        terminal.out(`${organization.id}: the chain is whole, ${check.seals} seals${waiting}.`);
        continue;
      }
      broken += 1;
      terminal.err(
        `${organization.id}: the chain is broken at seal ${check.position}: consent ${check.consentId} ${FOUND[check.why]}. ` +
          'Compare with a backup from before; every later seal depends on it.',
      );
    }
    return broken === 0 ? EXIT_OK : EXIT_FAILED;
  });
}
