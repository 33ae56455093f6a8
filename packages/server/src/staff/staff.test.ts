import { STAFF_SCOPES } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import { maskPhone, maskWithin } from '../contacts/mask-phone.js';
import { createCredential, csrfTokenOf, readCredential } from './staff-credential.js';
import { narrowScopes, scopesOf } from './staff-scopes.js';

describe('a credential of staff', () => {
  it('carries its organization, whatever that is called', () => {
    for (const id of ['clinic', 'عيادة', 'a.b_c', 'x'.repeat(128)]) {
      const credential = createCredential('ak', id);
      expect(readCredential(credential)).toMatchObject({ kind: 'ak', organizationId: id });
    }
  });

  it.each(['', 'ak_', 'ak_x.y', 'sk_test_secret', 'ak_test_admin_key_of_the_tests', `${createCredential('st', 'a')} `])(
    '%j is none',
    (text) => {
      expect(readCredential(text)).toBeNull();
    },
  );

  it('has a proof for scripts that does not reveal the cookie', () => {
    const cookie = createCredential('ss', 'clinic');
    expect(cookie).not.toContain(csrfTokenOf(cookie));
    expect(csrfTokenOf(cookie)).not.toBe(csrfTokenOf(createCredential('ss', 'clinic')));
  });
});

describe('roles', () => {
  it('let a viewer read, and change, reveal and export nothing', () => {
    expect(scopesOf('viewer').filter((scope) => !scope.endsWith('.read'))).toEqual([]);
    expect(scopesOf('manager')).toEqual(STAFF_SCOPES);
  });

  it('are narrowed by a wish and never widened', () => {
    expect(narrowScopes('viewer', ['sessions.read', 'contacts.erase', 'nonsense'])).toEqual(['sessions.read']);
  });
});

describe('a masked phone', () => {
  it.each([
    ['+966500000901', '+966•••••••01'],
    ['+12025550', '+120•••50'],
    ['+1234', '•••••'],
    [null, null],
  ])('%s reads %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['false_966500000901@c.us_3EB0A1', 'false_9665••••••01@c.us_3EB0A1'],
    ['SM00000000000000000000000000000000', 'SM00000000000000000000000000000000'],
    ['wamid.HBgMOTY2NTAwMDAwOTAxFQIAERgSQkQyRDY0RjAwAA==', 'wamid.…QkQyRDY0RjAwAA=='],
    ['2 devices', '2 devices'],
    ['+966500000901', '+966•••••••01'],
  ])('within %s is hidden', (text, masked) => {
    expect(maskWithin(text)).toBe(masked);
  });
});
