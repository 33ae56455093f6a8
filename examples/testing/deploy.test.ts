import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { NGINX } from '../../scripts/debian-parts.mjs';
import { root } from '../../scripts/run.mjs';

const SYSTEMD_ANALYZE = '/usr/bin/systemd-analyze';
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  build?: string;
  image?: string;
  environment?: Record<string, string>;
  depends_on?: string[] | Record<string, unknown>;
  networks?: string[];
  stop_grace_period?: string;
}
const compose = () =>
  parse(read('examples/deploy/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    networks: Record<string, unknown>;
  };

it('has a Dockerfile that a linter accepts, and that starts what the package has', () => {
  const dockerfile = read('examples/deploy/Dockerfile');
  expect(validate(dockerfile)).toEqual([]);
  const [, started] = /CMD \["node_modules\/\.bin\/([\w-]+)", "serve"\]/.exec(dockerfile) ?? [];
  const { bin } = JSON.parse(read('packages/server/package.json')) as { bin: Record<string, string> };
  expect(Object.keys(bin)).toContain(started);
});

it('has services that name nothing that is not there', () => {
  const { services, networks } = compose();
  for (const [name, { build, image, depends_on: needed = [], networks: joined = [] }] of Object.entries(services)) {
    expect([name, build ?? image]).toEqual([name, expect.any(String)]);
    const missing = (Array.isArray(needed) ? needed : Object.keys(needed)).filter((other) => !(other in services));
    expect([name, missing, joined.filter((network) => !(network in networks))]).toEqual([name, [], []]);
  }
});

it('sets variables that the server knows, and time enough to stop', () => {
  const known = new Set(
    read('.env.example')
      .match(/^#? ?[A-Z][A-Z_]+(?==)/gm)
      ?.map((name) => name.replace(/^# ?/, '')),
  );
  const { environment = {}, stop_grace_period: grace = '' } = compose().services['server-1'] ?? {};
  expect(known.size).toBeGreaterThan(40);
  expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
  expect(Number.parseInt(grace, 10)).toBeGreaterThanOrEqual(Number(environment['SHUTDOWN_DELAY_SECONDS']) + 10);
});

it("has the proxy that is tested with restarts, but for the servers' addresses", () => {
  const settings = (path: string) => read(path).slice(read(path).indexOf('upstream'));
  const { services } = compose();
  const deployed = settings('examples/deploy/nginx.conf');
  const servers = [...deployed.matchAll(/server ([\w-]+):4000/g)].map(([, name]) => name);
  expect(servers.filter((name = '') => services[name]?.build === undefined)).toEqual([]);
  expect(deployed.replace('server-1:4000', '127.0.0.1:3001').replace('server-2:4000', '127.0.0.1:3002')).toBe(
    settings('examples/nginx/whatsapp-optin.conf'),
  );
});

if (existsSync(NGINX)) {
  it('has a proxy whose settings nginx accepts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'whatsapp-optin-nginx-'));
    // Names of containers are known in their network alone.
    const settings = read('examples/deploy/nginx.conf').replace(/server-\d/g, '127.0.0.1');
    writeFileSync(join(folder, 'nginx.conf'), `events {}\npid ${folder}/pid;\nhttp {\n${settings}\n}\n`);
    const args = ['-t', '-q', '-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')];
    expect(() => execFileSync(NGINX, args, { stdio: 'pipe' })).not.toThrow();
    rmSync(folder, { recursive: true });
  });
}

if (existsSync(SYSTEMD_ANALYZE)) {
  it('has a unit that systemd accepts', () => {
    const unit = join(root, 'examples/deploy/whatsapp-optin.service');
    expect(execFileSync(SYSTEMD_ANALYZE, ['verify', unit], { encoding: 'utf8', stdio: 'pipe' })).toBe('');
  });
}
