import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './run.mjs';

interface Outcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

function runScript(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env } };
    execFile(process.execPath, [join(root, 'scripts', script), ...args], options, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

it('npm start names the port that is taken and says how to choose another', async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, resolve));
  const { port } = occupant.address() as AddressInfo;
  const outcome = await runScript('start.mjs', [], { PORT: String(port) });
  occupant.close();
  expect(outcome).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(`Port ${port} is taken`) as string });
});

it('npm start refuses a port that is no number', async () => {
  const outcome = await runScript('start.mjs', [], { PORT: 'four thousand' });
  expect(outcome).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('PORT is "four thousand"') as string });
});

it('npm test fails with its usual last line where a filter names no stage', async () => {
  const { exitCode, stdout } = await runScript('test.mjs', ['nothing-of-this-name']);
  expect([exitCode, stdout.trim().split('\n').at(-1)]).toEqual([1, '0 passed, 1 failed']);
});
