import { expect, it } from 'vitest';
import { createLog, redact } from './create-log.js';
import type { LogFields, LogLevel } from '../log.js';

function setUp(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line: string) => void lines.push(line) } });
  return { log, lines };
}

it('writes one line of JSON with its level, moment, fields and message', () => {
  const { log, lines } = setUp();
  log.info({ optInId: '01938f6e-1111-7111-8111-111111111111', tries: 2 }, 'Claimed');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    optInId: '01938f6e-1111-7111-8111-111111111111',
    tries: 2,
    msg: 'Claimed',
  });
});

it('keeps still below its level', () => {
  const { log, lines } = setUp('warn');
  log.info({}, 'quiet');
  log.warn({}, 'loud');
  expect(lines).toHaveLength(1);
});

it.each([
  ['a phone', '+966500000000 wrote'],
  ['a phone with spaces', 'from +966 50 000 0000.'],
  ["a vendor's message id", 'false_966500000000@c.us_3EB0'],
  ['a secret key', 'key sk_live-000.x'],
  ['a clientToken', 'ct_YWNtZQ.abc'],
  ['a ticketToken', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x_y'],
  ['a query', 'POST /api/webhooks/ultramsg/inbound?token=hush'],
])('redacts %s', (_name, text) => {
  expect(redact(text)).toMatch(/\[redacted\]/);
  expect(redact(text)).not.toMatch(/966|live|YWNtZQ|eyJ|hush|0000/);
});

it.each([
  '01938123-4567-7111-8111-111111111111',
  '2026-11-24T06:00:00.000Z',
  'ECONNREFUSED',
  '/api/sessions/:phone',
  'http_503',
])('leaves %s readable', (text) => {
  expect(redact(text)).toBe(text);
});

it('drops an object that a host passes against the types', () => {
  const { log, lines } = setUp();
  log.info({ request: { phone: '+966500000000' } } as unknown as LogFields, 'odd');
  expect(lines[0]).not.toContain('966');
});
