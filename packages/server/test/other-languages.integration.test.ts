import { execFile, execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../src/adapters/node.js';
import { openWorld, SECRET, type World } from './test-world.js';

const DOCUMENT = path.join(import.meta.dirname, '../../../docs/other-languages.md');
const EXAMPLE = 'https://optin.example.com';
const run = promisify(execFile);

let world: World;
let server: Awaited<ReturnType<typeof serve>>;
let samples: Map<string, string>;
beforeAll(async () => {
  world = await openWorld();
  server = await serve(world.app, { port: 0, host: '127.0.0.1' });
  const text = await readFile(DOCUMENT, 'utf8');
  const fences = text.matchAll(/<!-- sample: ([\w-]+) -->\s*```\w+\n([\s\S]*?)```/g);
  samples = new Map([...fences].map(([, name = '', code = '']) => [name, code.replaceAll(EXAMPLE, server.url)]));
});
afterAll(async () => {
  await server?.close(0);
  await world?.close();
});

/** How each interpreter takes a program as text. */
const INTERPRETERS = {
  sh: (code: string) => ['sh', ['-c', code]] as const,
  python: (code: string) => ['python3', ['-c', code]] as const,
  php: (code: string) => ['php', ['-r', code.replace(/^<\?php/, '')]] as const,
};
type Language = keyof typeof INTERPRETERS;

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const installed = { sh: isThere('curl'), python: isThere('python3'), php: isThere('php') };
const withInterpreter = <Row extends readonly [string, Language, ...unknown[]]>(rows: Row[]) =>
  rows.filter(([, language]) => installed[language]);

async function output(language: Language, code: string): Promise<string> {
  const [program, args] = INTERPRETERS[language](code);
  const { stdout } = await run(program, args, { env: { ...process.env, SECRET_KEY: SECRET } });
  return stdout.trim();
}

describe('samples in other languages', () => {
  it('are all there', () => {
    expect([...samples.keys()]).toEqual(['curl', 'python', 'php', 'csharp', 'verify-python', 'verify-php']);
  });

  it.each(
    withInterpreter<readonly [string, Language, RegExp]>([
      ['curl', 'sh', /"method":"push_only","reason":"no_phone"/],
      ['python', 'python', /^push_only$/],
      ['php', 'php', /^push_only$/],
    ]),
  )('make a ticket and call it: %s', async (name, language, answer) => {
    const before = await countNotifications();
    expect(await output(language, samples.get(name) ?? '')).toMatch(answer);
    expect(await countNotifications()).toBe(before + 1);
  });

  it.each(
    withInterpreter<readonly [string, Language, (args: string) => string]>([
      [
        'verify-python',
        'python',
        (given) => `import json\nprint(is_genuine(*(lambda g: (g[0], g[1], g[2].encode()))(json.loads(${given}))))`,
      ],
      ['verify-php', 'php', (given) => `echo is_genuine(...json_decode(${given}, true)) ? "True" : "False";`],
    ]),
  )('believe a genuine event and no other: %s', async (name, language, call) => {
    const secret = `whsec_${Buffer.from('a-secret-of-24-bytes-or-more').toString('base64')}`;
    const body = '{"type":"optin.connected","data":{"name":"Zoë"}}';
    const sentAt = new Date();
    const old = new Date(sentAt.getTime() - 3_600_000);
    const headersAt = (at: Date) => ({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': `v1,bm9uZQ== ${new Webhook(secret).sign('msg_1', at, body)}`,
    });
    const verdict = (headers: object, text: string) =>
      output(language, `${samples.get(name)}\n${call(JSON.stringify(JSON.stringify([secret, headers, text])))}`);
    expect(await verdict(headersAt(sentAt), body)).toBe('True');
    expect(await verdict(headersAt(sentAt), `${body} `)).toBe('False');
    expect(await verdict(headersAt(old), body)).toBe('False');
  });
});

async function countNotifications(): Promise<number> {
  const [row] = await world.database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM whatsapp_optin.notification_logs',
  );
  return row?.count ?? 0;
}
