import { describe, expect, it } from 'vitest';
import { refuseBrowserOptIn } from './browser-opt-in.js';

const ORIGIN = 'https://clinic.example';
const refused = async (fields: { pageUrl?: string; ticketNumber?: string }, isBound = false) => {
  const response = refuseBrowserOptIn(fields, { origin: ORIGIN, isBound });
  return response === null ? null : ((await response.json()) as { field: string }).field;
};

describe('a page that a browser names', () => {
  it.each(['', '/', '/t/A001?clinic=alpha&x=%0A', '?a', '#x', '/%F0%9F%98%80'])(
    'may be %j of its origin',
    async (rest) => {
      expect(await refused({ pageUrl: ORIGIN + rest })).toBeNull();
    },
  );

  it.each([
    'https://evil.example/login',
    'https://clinic.example@evil.com/',
    'https://user:word@clinic.example/',
    'https://clinic.example.evil.com/',
    'https://clinic.example:8443/',
    'https://clinic.examples/',
    'https://clinic.example\\@evil.com',
    'https:evil.com',
    'https:clinic.example',
    'https:/clinic.example',
    'HTTPS://clinic.example/',
    'https://Clinic.example/',
    ' https://clinic.example/',
    'https://clinic.example/ pay',
    'https://clinic.example/\n',
    'https://clinic.example/\u202e',
    'https://сlinic.example/',
    'https://clinic.example/é',
    'http://clinic.example/',
  ])('may not be %j', async (pageUrl) => {
    expect(await refused({ pageUrl })).toBe('pageUrl');
  });

  it('is refused where the request has no origin', () => {
    expect(refuseBrowserOptIn({ pageUrl: `${ORIGIN}/` }, { origin: null, isBound: false })?.status).toBe(422);
  });
});

describe('a ticket number that a browser names', () => {
  it.each(['A001', 'A-12', 'ب ١٢', 'क्ष 7', '16 letters of it', 'é'])('may be %j', async (ticketNumber) => {
    expect(await refused({ ticketNumber })).toBeNull();
  });

  it.each([
    'A001. Pay now at evil.example/pay',
    'evil.com',
    'A/1',
    '#7',
    '17 letters in all',
    'A\n1',
    'A\u202e1',
    '😀',
    'A\u200b1',
  ])('may not be %j, unless a token binds', async (ticketNumber) => {
    expect(await refused({ ticketNumber })).toBe('ticketNumber');
    expect(await refused({ ticketNumber }, true)).toBeNull();
  });
});
