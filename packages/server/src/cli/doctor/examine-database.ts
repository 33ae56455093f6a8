import { existsSync } from 'node:fs';
import type { Log } from '../../log.js';
import { describeKeptSettings } from '../../config/kept-settings.js';
import type { OptionSource } from '../../config/option-source.js';
import type { ResolvedOptions } from '../../config/resolve-options.js';
import type { Organization } from '../../organizations/organization.js';
import type { Database } from '../../storage/database.js';
import { pendingMigrations } from '../../storage/migrate.js';
import { createRefusedOriginStore } from '../../storage/refused-origin-store.js';
import { createOrganizationStore } from '../../storage/organization-store.js';
import { codeOf, explainConnectionFailure } from '../../storage/connection-failure.js';
import { openDatabase } from '../../storage/open-database.js';
import { FolderInUseError } from '../../storage/pglite-lock.js';
import { examineJournal } from './examine-journal.js';
import { refusedFindings } from './examine-pages.js';
import { ok, problem, warning, type Finding } from './finding.js';

const ABOUT = 'Database';

/** Sessions end by the database's clock, and webhooks of the present look late or early by the other. */
const ADVISED_SKEW_SECONDS = 5;

export interface DatabaseExamination {
  findings: Finding[];
  /** The number that each organization has there; it goes before the option. */
  businessNumbers: ReadonlyMap<string, string | null>;
}

/** Reachable, up to date, and of one time with us. Changes nothing: a database that is not there is not made. */
export async function examineDatabase(
  settings: ResolvedOptions,
  { log, source, now = Date.now }: { log: Log; source: OptionSource; now?: () => number },
): Promise<DatabaseExamination> {
  const { database: address, databaseDirectUrl: directUrl, schema } = settings;
  const unknown = (finding: Finding): DatabaseExamination => ({ findings: [finding], businessNumbers: new Map() });
  if (!address.includes('://') && !existsSync(address)) {
    return unknown(warning(ABOUT, `There is none yet in "${address}".`, '"whatsapp-optin serve" makes it.'));
  }
  let database: Database | null = null;
  try {
    database = await openDatabase({ database: address, directUrl, schema, log });
    const skew = await skewFinding(database, now);
    const pending = await pendingMigrations(database);
    if (pending.length > 0) {
      const advice = 'Run "whatsapp-optin migrate", or start the server, which does so.';
      return unknown(warning(ABOUT, `It is reachable and lacks ${pending.length} migrations.`, advice));
    }
    const { find, knowsTimeZone } = createOrganizationStore(database);
    const kept = await Promise.all(settings.organizations.map(({ organization }) => find(organization.id)));
    return {
      findings: [
        ok(ABOUT, 'It is reachable and up to date.'),
        skew,
        ...kept.flatMap((row, index) => (row === null ? [] : keptFindings(settings, index, row, source))),
        ...(await zoneFindings(kept, knowsTimeZone)),
        ...(await strayFindings(database)),
        ...refusedFindings(await createRefusedOriginStore(database).recent(), settings.allowedOrigins),
        ...(await examineJournal(database, settings.suppressionJournal)),
      ],
      businessNumbers: new Map(kept.flatMap((row) => (row === null ? [] : [[row.id, row.whatsappNumber]]))),
    };
  } catch (error) {
    return unknown(failureFinding(error));
  } finally {
    await database?.close();
  }
}

async function skewFinding(database: Database, now: () => number): Promise<Finding> {
  // The first query may have to connect, which is no part of the distance.
  await database.query('SELECT 1');
  const beforeMs = now();
  const [row] = await database.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const skewSeconds = ((row?.now ?? new Date(beforeMs)).getTime() - (beforeMs + now()) / 2) / 1000;
  if (Math.abs(skewSeconds) <= ADVISED_SKEW_SECONDS) return ok('Clock', 'It agrees with that of the database.');
  const direction = skewSeconds > 0 ? 'behind' : 'ahead of';
  return warning(
    'Clock',
    `It is ${Math.abs(skewSeconds).toFixed(0)} seconds ${direction} that of the database.`,
    'Synchronise both machines with NTP: sessions open and end by these clocks.',
  );
}

/** Time zones of organizations that the database lacks: every statement about their days would fail. */
async function zoneFindings(
  kept: readonly (Organization | null)[],
  knowsTimeZone: (name: string) => Promise<boolean>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const row of kept) {
    if (row === null || (await knowsTimeZone(row.timeZone))) continue;
    const advice = 'whatsapp-optin organization set --time-zone <name>';
    findings.push(problem('Time zone', `The database has no "${row.timeZone}", which "${row.id}" has.`, advice));
  }
  return findings;
}

/** Genuine webhooks that belong to nobody here, by vendor; kept for 30 days without touching any organization. */
async function strayFindings(database: Database): Promise<Finding[]> {
  const strays = await database.query<{ provider: string; count: number; last: Date }>(
    `SELECT provider, count(*)::int AS count, max(received_at) AS last FROM whatsapp_optin.kept_events
     WHERE organization_id = '' GROUP BY provider ORDER BY provider`,
  );
  return strays.map(({ provider, count, last }) =>
    warning(
      'Webhooks',
      `${count} of ${provider} came for a number that nobody here has, the last at ${last.toISOString()}.`,
      'Compare the number or instance at the vendor with the settings; the table kept_events holds what came.',
    ),
  );
}

function keptFindings(...parts: Parameters<typeof describeKeptSettings>): Finding[] {
  return describeKeptSettings(...parts).map((message) => ({
    about: 'Settings',
    level: 'warning',
    message,
    advice: null,
  }));
}

/** By its code: the message of a driver may hold the address, and the address a password. */
function failureFinding(error: unknown): Finding {
  if (error instanceof FolderInUseError) {
    return warning(
      ABOUT,
      `The embedded database is open in process ${error.pid}, so that it was not looked into.`,
      'Stop that process to have it checked.',
    );
  }
  const { why, advice } = explainConnectionFailure(error) ?? {
    why: `it failed (${codeOf(error) ?? 'unknown'})`,
    advice: 'Check DATABASE_URL, and that the server runs and lets this one in.',
  };
  return problem(ABOUT, `It cannot be used: ${why}.`, advice);
}
