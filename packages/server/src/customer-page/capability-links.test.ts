import { describe, expect, it } from 'vitest';
import { createCapabilityLinks } from './capability-links.js';

const OWNER = { organizationId: 'clinic', contactId: '01938f6e-0000-7000-8000-000000000004' };
const KEY = Buffer.alloc(32, 7);
const links = createCapabilityLinks(new Map([['clinic', KEY]]), 'https://optin.example/base');
const url = links.urlOf(OWNER) ?? '';
const token = url.split('/').at(-1) ?? '';

describe('a capability link', () => {
  it('leads back to its owner, under the base path', () => {
    expect(url).toMatch(/^https:\/\/optin\.example\/base\/m\/[\w-]{51}$/);
    expect(links.read(token)).toEqual(OWNER);
  });

  it('is none of ours with one byte changed, cut or added', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, links.read(changed.toString('base64url'))]).toEqual([at, null]);
      expect(links.read(bytes.subarray(0, at).toString('base64url'))).toBeNull();
    }
    expect(links.read(Buffer.concat([bytes, Buffer.from('x')]).toString('base64url'))).toBeNull();
  });

  it.each(['', `${token}=`, `${token}!`, ` ${token}`, 'A'.repeat(1000)])('has one spelling: %j is none', (other) => {
    expect(links.read(other)).toBeNull();
  });

  it('opens nothing with the key of another organization, and is not made without a key', () => {
    const both = createCapabilityLinks(
      new Map([
        ['clinic', Buffer.alloc(32, 8)],
        ['other', KEY],
      ]),
      'https://optin.example',
    );
    expect(both.read(token)).toBeNull();
    expect(links.urlOf({ ...OWNER, organizationId: 'other' })).toBeNull();
  });

  it('keeps ids of organizations that are not ASCII', () => {
    const named = createCapabilityLinks(new Map([['عيادة', KEY]]), 'https://optin.example');
    const owner = { ...OWNER, organizationId: 'عيادة' };
    expect(named.read(named.urlOf(owner)?.split('/').at(-1) ?? '')).toEqual(owner);
  });
});
