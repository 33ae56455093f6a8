import { createLog } from '../composition/create-log.js';
import { optionsFromEnvironment } from '../config/environment.js';
import { resolveOptions } from '../config/resolve-options.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';

/** Checks the chain of consents of each organization from its beginning; exit code 1 where one is broken. */
export async function verifyConsentsCommand(terminal: Terminal): Promise<number> {
  const { database, databaseDirectUrl, schema, logLevel, organizations } = resolveOptions(
    optionsFromEnvironment(terminal.env).options,
  );
  const [{ openDatabase }, { migrate }, { createConsentLedger }] = await Promise.all([
    import('../storage/open-database.js'),
    import('../storage/migrate.js'),
    import('../storage/consent-ledger.js'),
  ]);
  const opened = await openDatabase({
    database: databaseDirectUrl ?? database,
    schema,
    log: createLog({ level: logLevel }),
  });
  try {
    await migrate(opened);
    const ledger = createConsentLedger(opened);
    let broken = 0;
    for (const { organization } of organizations) {
      const check = await ledger.verify(organization.id);
      if (check.status === 'whole') {
        const waiting = check.unsealed === 0 ? '' : `; ${check.unsealed} wait for their seal`;
        terminal.out(`${organization.id}: the chain is whole, ${check.seals} seals${waiting}.`);
        continue;
      }
      broken += 1;
      const found = {
        consent_changed: 'was changed',
        consent_missing: 'is missing',
        position_missing: 'is out of order',
      };
      terminal.err(
        `${organization.id}: the chain is broken at seal ${check.position}: consent ${check.consentId} ${found[check.why]}. ` +
          'Compare with a backup from before; every later seal depends on it.',
      );
    }
    return broken === 0 ? EXIT_OK : EXIT_FAILED;
  } finally {
    await opened.close();
  }
}
