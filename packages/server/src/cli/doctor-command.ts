import type { Command } from 'commander';
import { createLog } from '../composition/create-log.js';
import { optionsFromEnvironment } from '../config/environment.js';
import { resolveOptions } from '../config/resolve-options.js';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { printFinding, warning, type Finding } from './doctor/finding.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';

export function addDoctorCommand(program: Command, { terminal, finish }: CommandHost): void {
  addExamples(addJson(program.command('doctor')), 'doctor', 'doctor --fix', 'doctor --json')
    .description('look at everything that is set up and say what is wrong; exit code 1 where something is')
    .option('--fix', "first lead the vendors' webhooks to PUBLIC_URL, where their APIs allow it")
    .action(async ({ json, fix }: DoctorOptions) => finish(await doctor(terminal, { json, fix })));
}

interface DoctorOptions {
  json?: true | undefined;
  fix?: true | undefined;
}

/** Looks at everything that is set up, and says in one line each how it is and what to do. Without `fix` it changes nothing. */
async function doctor(terminal: Terminal, { json, fix }: DoctorOptions): Promise<number> {
  const { options, source, warnings } = optionsFromEnvironment(terminal.env);
  const resolved = resolveOptions(options, source);
  const [
    { examineDatabase },
    { examinePages },
    { examineReplica },
    { examinePublicUrl },
    { examineSecrets },
    { examineVendors, fixWebhooks },
  ] = await Promise.all([
    import('./doctor/examine-database.js'),
    import('./doctor/examine-pages.js'),
    import('./doctor/examine-replica.js'),
    import('./doctor/examine-public-url.js'),
    import('./doctor/examine-secrets.js'),
    import('./doctor/examine-vendors.js'),
  ]);
  const settings = [...warnings, ...resolved.warnings].map((text) =>
    warning('Settings', text, 'See docs/configuration.md.'),
  );
  // What a driver says beside its error would stand between the lines.
  const log = createLog({ level: 'silent' });
  const { findings: database, businessNumbers } = await examineDatabase(resolved, { log, source });
  const fixes = fix ? await fixWebhooks(resolved, businessNumbers) : [];
  const findings: Finding[] = [
    ...settings,
    ...examineSecrets(resolved),
    ...examinePages(resolved),
    ...database,
    ...(await examineReplica(resolved, log)),
    ...(await examinePublicUrl(resolved.publicUrl)),
    ...(await examineVendors(resolved, businessNumbers)),
  ];
  const all = [...fixes, ...findings];
  const count = (level: Finding['level']) => all.filter((finding) => finding.level === level).length;
  const problems = count('problem');
  const fixed = fixes.filter(({ level }) => level === 'ok').length;
  if (json) {
    terminal.out(JSON.stringify({ ...(fix && { fixes }), findings, problems, warnings: count('warning') }));
    return problems > 0 ? EXIT_FAILED : EXIT_OK;
  }
  for (const finding of fixes) terminal.out(printFinding(finding, '✓ fixed  '));
  if (fix && fixes.length === 0) terminal.out('Nothing had to be fixed.');
  for (const finding of findings) terminal.out(printFinding(finding));
  terminal.out(`${problems} problems, ${count('warning')} warnings, ${count('ok') - fixed} in order.`);
  return problems > 0 ? EXIT_FAILED : EXIT_OK;
}
