import { describe, expect, it } from 'vitest';
import { countCheck, countPlaywright, countVitest, summarize } from './test-counts.mjs';

function vitestReport(...statuses: string[]) {
  const status = statuses.includes('failed') ? 'failed' : 'passed';
  return { testResults: [{ status, assertionResults: statuses.map((each) => ({ status: each })) }] };
}

function playwrightReport(
  stats: { expected?: number; unexpected?: number; flaky?: number; skipped?: number },
  errors: unknown[] = [],
) {
  return { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors };
}

describe('countVitest', () => {
  it('adds up the tests of all files', () => {
    expect(countVitest(vitestReport('passed', 'passed'), 0)).toMatchObject({ passed: 2, failed: 0 });
  });

  it.each(['skipped', 'pending', 'todo', 'failed'])('counts a test that is %s as failed', (status) => {
    expect(countVitest(vitestReport('passed', status), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('names a failed test with the first line of its error, without colours', () => {
    const failed = {
      status: 'failed',
      fullName: 'a link opens',
      failureMessages: ['\u001B[31mexpected 1\u001B[39m\n  at x.ts'],
    };
    const report = { testResults: [{ status: 'failed', assertionResults: [failed] }] };
    expect(countVitest(report, 1).failures).toEqual(['a link opens: expected 1']);
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(countVitest({ testResults: [{ status: 'failed', assertionResults: [] }] }, 1)).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  it('names what failed outside of every test', () => {
    expect(countVitest(vitestReport('passed'), 1, ['outside of tests: Error: gone'])).toEqual({
      passed: 1,
      failed: 1,
      failures: ['outside of tests: Error: gone'],
    });
  });

  it('believes the exit code where every test has passed', () => {
    expect(countVitest(vitestReport('passed'), 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('countPlaywright', () => {
  it('counts skipped tests and errors outside of tests as failed', () => {
    const report = playwrightReport({ expected: 3, unexpected: 1, skipped: 1 }, ['config']);
    expect(countPlaywright(report, 1)).toMatchObject({ passed: 3, failed: 3 });
  });

  it('names a spec that failed, however deep its suite', () => {
    const specs = [
      { title: 'opens', file: 'a.e2e.ts', ok: false },
      { title: 'closes', file: 'a.e2e.ts', ok: true },
    ];
    const report = { ...playwrightReport({ unexpected: 1, expected: 1 }), suites: [{ suites: [{ specs }] }] };
    expect(countPlaywright(report, 1).failures).toEqual(['a.e2e.ts: opens']);
  });

  it('counts a test that passed at its second try as passed', () => {
    expect(countPlaywright(playwrightReport({ expected: 3, flaky: 1 }), 0)).toMatchObject({ passed: 4, failed: 0 });
  });

  it('believes the exit code where every test has passed', () => {
    expect(countPlaywright(playwrightReport({ expected: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});

describe('countCheck', () => {
  it('counts a check as one test', () => {
    expect([countCheck(0), countCheck(2)]).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ]);
  });
});

describe('summarize', () => {
  it('prints the last line and succeeds where nothing failed', () => {
    const counts = [
      { passed: 2, failed: 0 },
      { passed: 3, failed: 0 },
    ];
    expect(summarize(counts)).toEqual({ line: '5 passed, 0 failed', exitCode: 0 });
  });

  it('fails where one thing failed', () => {
    expect(summarize([{ passed: 2, failed: 1 }])).toEqual({ line: '2 passed, 1 failed', exitCode: 1 });
  });

  it('fails where nothing ran', () => {
    expect(summarize([])).toEqual({ line: '0 passed, 0 failed', exitCode: 1 });
  });
});
