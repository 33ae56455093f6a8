import { expect, it } from 'vitest';
import { DEFAULT_GRAPH_VERSION } from './graph.js';
import { judgeGraphVersion } from './graph-version.js';

const judge = (version: string, today: string) => judgeGraphVersion(version, 'v26.0', new Date(today));

it.each([
  ['v21.0', '2026-10-22', []],
  ['v21.0', '2026-11-30', [{ level: 'warning', message: 'Graph API v21.0 ends on 2027-01-21, in 52 days.' }]],
  ['v21.0', '2027-01-21', [{ level: 'problem', message: 'Graph API v21.0 ended on 2027-01-21.' }]],
  ['v99.0', '2026-11-30', []],
])('of %s on %s says %j', (version, today, findings) => {
  expect(judge(version, today)).toEqual(findings.map((finding) => expect.objectContaining(finding) as unknown));
});

it('advises the version that is the default', () => {
  expect(judge('v20.0', '2026-11-30')[0]?.advice).toContain(DEFAULT_GRAPH_VERSION);
});
